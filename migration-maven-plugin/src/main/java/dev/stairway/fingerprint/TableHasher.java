package dev.stairway.fingerprint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Folds the rows of one table into a {@link TableData}; memory stays flat whatever the number of rows. */
public final class TableHasher {

    /** Up to this many rows are kept row by row as evidence. */
    public static final int INDEX_LIMIT = 2000;

    private final String table;
    private final List<String> columns;
    private final int[] key;
    private final List<String> keyNames;
    private final long[] nonNull;
    private final Digest[] sums;
    private final Digest[] row;
    private final byte[] buffer;
    private Map<Digest, long[]> index;
    private Digest digest = Digest.ZERO;
    private long rows;

    /**
     * A hasher for rows with these columns.
     *
     * @param columns names, sorted, in the order in which the values come
     * @param key columns that identify a row; empty where nothing does
     */
    public TableHasher(String table, List<String> columns, List<String> key) {
        this.table = table;
        this.columns = List.copyOf(columns);
        this.keyNames = List.copyOf(key);
        this.key = key.stream().mapToInt(columns::indexOf).toArray();
        this.nonNull = new long[columns.size()];
        this.sums = new Digest[columns.size()];
        this.row = new Digest[columns.size()];
        this.buffer = new byte[columns.size() * 17];
        this.index = key.isEmpty() ? null : new HashMap<>();
        java.util.Arrays.fill(sums, Digest.ZERO);
    }

    /** Sets one value of the present row; null bytes stand for NULL. */
    public void value(int column, byte[] bytes, int offset, int length) {
        row[column] = bytes == null ? null : Hashing.of(bytes, offset, length);
    }

    /** Ends the present row. */
    public void endRow() {
        rows++;
        for (int i = 0; i < row.length; i++) {
            add(i);
        }
        digest = digest.plus(Hashing.of(buffer, 0, buffer.length));
        index();
    }

    public TableData finish() {
        SortedMap<String, TableData.ColumnData> result = new TreeMap<>();
        for (int i = 0; i < sums.length; i++) {
            result.put(columns.get(i), new TableData.ColumnData(nonNull[i], sums[i]));
        }
        Optional<RowIndex> rowIndex =
                index == null ? Optional.empty() : Optional.of(new RowIndex(keyNames, columns, index));
        return new TableData(table, rows, result, digest, rowIndex);
    }

    private void add(int column) {
        Digest hash = row[column];
        int at = column * 17;
        buffer[at] = (byte) (hash == null ? 0 : 1);
        put(at + 1, hash == null ? 0 : hash.high());
        put(at + 9, hash == null ? 0 : hash.low());
        if (hash != null) {
            nonNull[column]++;
            sums[column] = sums[column].plus(hash);
        }
    }

    private void put(int at, long value) {
        for (int i = 0; i < 8; i++) {
            buffer[at + i] = (byte) (value >>> (8 * i));
        }
    }

    private void index() {
        if (index == null) {
            return;
        }
        if (rows > INDEX_LIMIT) {
            index = null;
            return;
        }
        long[] hashes = new long[row.length];
        for (int i = 0; i < hashes.length; i++) {
            // The hash of an empty text is zero, which must not be taken for NULL.
            hashes[i] = row[i] == null ? 0 : row[i].low() + 1;
        }
        index.put(keyOfRow(), hashes);
    }

    private Digest keyOfRow() {
        byte[] bytes = new byte[key.length * 17];
        for (int i = 0; i < key.length; i++) {
            System.arraycopy(buffer, key[i] * 17, bytes, i * 17, 17);
        }
        return Hashing.of(bytes);
    }
}
