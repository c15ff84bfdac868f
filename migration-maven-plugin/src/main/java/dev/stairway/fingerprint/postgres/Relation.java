package dev.stairway.fingerprint.postgres;

import dev.stairway.fingerprint.SchemaGroup;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * What is remembered of one relation between readings.
 *
 * @param group its part of the fingerprint; for a sequence still without its position
 * @param kind {@code pg_class.relkind}
 * @param name qualified name
 * @param columnNames attribute number to name, to notice a renamed column
 * @param columns columns whose values are read, sorted by name
 * @param key columns that identify a row; empty where nothing does
 * @param bytes size of the heap; 0 proves an empty table
 */
record Relation(
        SchemaGroup group,
        char kind,
        String name,
        SortedMap<Integer, String> columnNames,
        List<Column> columns,
        List<String> key,
        long bytes) {

    /** Tables and materialized views hold rows; partitioned tables leave that to their partitions. */
    boolean holdsRows() {
        return kind == 'r' || kind == 'm';
    }

    /** The columns whose values are read, as in a SELECT. */
    String columnList() {
        return columns.stream()
                .map(column -> '"' + column.name().replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));
    }

    boolean isSequence() {
        return kind == 'S';
    }

    /** Every relation but a sequence has a row type and its array type in {@code pg_type}. */
    boolean hasRowType() {
        return kind != 'S';
    }

    Relation with(SchemaGroup present) {
        return new Relation(present, kind, name, columnNames, columns, key, bytes);
    }

    /** True when texts of other objects may have to be read again because they mention this one. */
    boolean renamedFrom(Relation old) {
        return !name.equals(old.name)
                || old.columnNames.entrySet().stream().anyMatch(column -> {
                    String present = columnNames.get(column.getKey());
                    return present != null && !present.equals(column.getValue());
                });
    }
}
