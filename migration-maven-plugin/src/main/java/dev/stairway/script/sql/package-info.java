/**
 * SQL scripts as statements with their places. Pure: agrees with the parser of the server about where a statement ends,
 * and knows no tool's own rules.
 */
package dev.stairway.script.sql;
