package dev.stairway.database.generic.facts;

/**
 * A column.
 *
 * @param name as stored
 * @param jdbcType of {@link java.sql.Types}
 * @param typeName as the product calls it
 * @param size characters, bytes or digits
 * @param digits after the point
 * @param fallback the default; null for none
 * @param remarks empty for none
 * @param counted the database counts its values
 * @param generated the database computes its values
 */
public record ColumnFacts(
        String name,
        int jdbcType,
        String typeName,
        long size,
        int digits,
        boolean nullable,
        String fallback,
        String remarks,
        boolean counted,
        boolean generated) {}
