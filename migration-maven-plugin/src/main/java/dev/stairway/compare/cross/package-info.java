/** One changelog on several databases side by side, migration by migration. */
package dev.stairway.compare.cross;
