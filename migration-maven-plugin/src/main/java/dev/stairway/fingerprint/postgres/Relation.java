package dev.stairway.fingerprint.postgres;

import dev.stairway.fingerprint.SchemaGroup;
import dev.stairway.fingerprint.TableHasher;
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
 * @param file number of the heap's file, which is another one after everything that writes all rows anew
 */
record Relation(
        SchemaGroup group,
        char kind,
        String name,
        SortedMap<Integer, String> columnNames,
        List<Column> columns,
        List<String> key,
        long bytes,
        long file) {

    private static final long LARGE_BYTES = 4L << 20;
    private static final long BLOCK_BYTES = 8192;

    /** Tables and materialized views hold rows; partitioned tables leave that to their partitions. */
    boolean holdsRows() {
        return kind == 'r' || kind == 'm';
    }

    /** True for a table that is read as a stream of its own. */
    boolean isLarge() {
        return bytes > LARGE_BYTES;
    }

    /** Size of the heap in blocks. */
    long blocks() {
        return bytes / BLOCK_BYTES;
    }

    /** False when what is written to it is left out of the write-ahead log. */
    boolean isLogged() {
        return !group.objects().get(0).attributes().containsKey("persistence");
    }

    /** True when the same rows, not touched, still have the values that they had. */
    boolean keepsValues(Relation old) {
        return file == old.file
                && columns.equals(old.columns)
                && columnNames.equals(old.columnNames)
                && valueAttributes().equals(old.valueAttributes());
    }

    /** A column may get another type, and a virtual column another expression, without a touch to any row. */
    private List<String> valueAttributes() {
        return group.objects().stream()
                .filter(object -> object.kind().equals("column"))
                .map(object -> object.attributes().get("type")
                        + '\n'
                        + object.attributes().get("generated"))
                .toList();
    }

    /** @param by columns by which rows are kept as evidence; empty for none */
    TableHasher hasher(List<String> by) {
        return new TableHasher(name, columns.stream().map(Column::name).toList(), by);
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
        return new Relation(present, kind, name, columnNames, columns, key, bytes, file);
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
