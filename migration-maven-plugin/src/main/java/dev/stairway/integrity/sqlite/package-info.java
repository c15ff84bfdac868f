/** SQLite: the checks are its own pragmas. */
package dev.stairway.integrity.sqlite;
