/** SQLite: a library instead of a server, a file per database. */
package dev.stairway.database.sqlite;
