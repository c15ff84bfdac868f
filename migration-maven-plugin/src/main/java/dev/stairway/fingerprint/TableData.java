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

    /** The same rows under another name of the table. */
    public TableData named(String name) {
        return new TableData(name, rows, columns, digest, index);
    }

    /**
     * The rows that are there when some have gone and others have come; without an index.
     *
     * @param gone of the same columns
     * @param come of the same columns
     */
    public TableData with(TableData gone, TableData come) {
        SortedMap<String, ColumnData> present = new TreeMap<>();
        columns.forEach((name, column) -> present.put(
                name, column.with(gone.columns().get(name), come.columns().get(name))));
        Digest sum = digest.minus(gone.digest()).plus(come.digest());
        return new TableData(table, rows - gone.rows() + come.rows(), present, sum, Optional.empty());
    }

    /**
     * One column over all rows.
     *
     * @param nonNull number of rows with a value
     * @param digest sum over the rows' values
     */
    public record ColumnData(long nonNull, Digest digest) {

        private ColumnData with(ColumnData gone, ColumnData come) {
            return new ColumnData(
                    nonNull - gone.nonNull + come.nonNull,
                    digest.minus(gone.digest).plus(come.digest));
        }
    }
}
