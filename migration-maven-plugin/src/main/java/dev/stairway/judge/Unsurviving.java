package dev.stairway.judge;

/**
 * Data of the new release that no rollback can keep.
 *
 * @param table qualified name
 * @param column empty when the whole table is the migration's own
 * @param values values of the column, or rows of the table
 */
public record Unsurviving(String table, String column, long values) {}
