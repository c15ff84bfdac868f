package dev.stairway.fingerprint;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rows of one table as digests that do not depend on their order.
 *
 * @param table qualified name
 * @param rows number of rows
 * @param columns per column
 * @param digest over whole rows, which ties the columns of a row together
 * @param index row by row, for tables small enough and with a key
 */
public record TableData(
        String table, long rows, SortedMap<String, ColumnData> columns, Digest digest, Optional<RowIndex> index) {

    public TableData {
        columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
    }

    /** Equal rows; the row index is a help for evidence only. */
    public boolean sameRows(TableData other) {
        return rows == other.rows && columns.equals(other.columns) && digest.equals(other.digest);
    }

    /**
     * One column over all rows.
     *
     * @param nonNull number of rows with a value
     * @param digest sum over the rows' values
     */
    public record ColumnData(long nonNull, Digest digest) {}
}
