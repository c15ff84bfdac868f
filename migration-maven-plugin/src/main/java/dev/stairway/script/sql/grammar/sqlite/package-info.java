/**
 * What ANTLR makes of the grammar of SQLite. Known to the parsers of {@code script.sql.parse} alone.
 */
package dev.stairway.script.sql.grammar.sqlite;
