/** Faults of SQLite. */
package dev.stairway.fault.sqlite;
