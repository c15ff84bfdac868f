package dev.stairway.fingerprint.sqlite;

import dev.stairway.fingerprint.SchemaGroup;
import java.util.List;

/**
 * What is remembered of one table.
 *
 * @param name canonical name
 * @param storedName name as stored, for reading rows
 * @param entries the rows of sqlite_schema that it was made from
 * @param columns columns whose values are read, sorted by name
 * @param key columns that identify a row; empty where nothing does
 * @param shape what the values of existing rows depend on besides the rows themselves: columns with type, default and
 *     expression, and the key
 * @param autoincrement it has a row in sqlite_sequence
 */
record SqliteTable(
        String name,
        String storedName,
        List<Entry> entries,
        SchemaGroup group,
        List<Column> columns,
        List<String> key,
        List<String> shape,
        boolean autoincrement) {

    /** A column with the type that decides how its values are rendered. */
    record Column(String name, LogicalType type) {}
}
