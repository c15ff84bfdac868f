/** Backups of SQLite: https://sqlite.org/backup.html, https://sqlite.org/lang_vacuum.html#vacuuminto, and plain copies. */
package dev.stairway.backup.sqlite;
