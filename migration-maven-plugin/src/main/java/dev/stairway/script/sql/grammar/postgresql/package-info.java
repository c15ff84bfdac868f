/**
 * What ANTLR makes of the grammar of PostgreSQL, and the two classes that it asks for. Known to the parsers of
 * {@code script.sql.parse} alone.
 */
package dev.stairway.script.sql.grammar.postgresql;
