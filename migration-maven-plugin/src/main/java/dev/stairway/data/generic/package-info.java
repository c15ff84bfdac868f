/** The store of every product that has none of its own: tables as the driver tells them, rows by prepared statements. */
package dev.stairway.data.generic;
