package dev.stairway.script.sql.tree;

/**
 * What an index sorts by.
 *
 * @param column null for an expression
 * @param expression null for a column
 * @param written as it stands in the statement, with its order and operator class
 */
public record IndexPart(Name column, Expression expression, String written) {}
