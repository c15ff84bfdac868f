/** SQLite: schema from pragmas and normalised SQL text, rows of the tables whose pages changed. Speaks plain JDBC. */
package dev.stairway.fingerprint.sqlite;
