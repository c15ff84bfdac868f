/**
 * Servers in containers, by Testcontainers. No type of it leaves this package, and no class of it is loaded before a
 * container is asked for.
 */
package dev.stairway.database.container;
