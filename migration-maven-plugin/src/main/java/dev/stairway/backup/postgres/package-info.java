/** Backups of PostgreSQL: its own programs, and the server's files with the log up to a moment. */
package dev.stairway.backup.postgres;
