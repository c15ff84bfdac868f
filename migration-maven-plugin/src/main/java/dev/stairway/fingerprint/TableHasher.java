package dev.stairway.fingerprint;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Folds the rows of one table into a {@link TableData}; memory stays flat whatever the number of rows, and a row beyond the
 * first few leaves no object behind.
 */
public final class TableHasher {

    /** Up to this many rows are kept row by row as evidence. */
    public static final int INDEX_LIMIT = 2000;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Bytes of a value in the text of its row: whether there is one, then its hash. */
    private static final int VALUE = 17;

    private final String table;
    private final List<String> columns;
    private final int[] key;
    private final List<String> keyNames;
    private final long[] nonNull;
    /** High and low half of each column's sum, then of the rows'. */
    private final long[] sums;
    /** High and low half of each value's hash, then of the row's. */
    private final long[] row;

    private final RowsRead.Listener listener = RowsRead.current();
    private final boolean[] present;
    private final byte[] buffer;
    private Map<Digest, long[]> index;
    private long rows;

    /**
     * A hasher for rows with these columns.
     *
     * @param columns names, sorted, in the order in which the values come
     * @param key columns that identify a row; empty where nothing does
     */
    public TableHasher(String table, List<String> columns, List<String> key) {
        int count = columns.size();
        this.table = table;
        this.columns = List.copyOf(columns);
        this.keyNames = List.copyOf(key);
        this.key = key.stream().mapToInt(columns::indexOf).toArray();
        this.nonNull = new long[count];
        this.sums = new long[2 * count + 2];
        this.row = new long[2 * count + 2];
        this.present = new boolean[count];
        this.buffer = new byte[count * VALUE];
        this.index = key.isEmpty() ? null : new HashMap<>();
    }

    /** Sets one value of the present row; null bytes stand for NULL. */
    public void value(int column, byte[] bytes, int offset, int length) {
        present[column] = bytes != null;
        if (bytes != null) {
            Murmur.put(bytes, offset, length, row, 2 * column);
        }
    }

    /** Ends the present row. */
    public void endRow() {
        rows++;
        for (int column = 0; column < present.length; column++) {
            add(column);
        }
        Murmur.put(buffer, 0, buffer.length, row, 2 * present.length);
        sum(present.length);
        if (index != null) {
            index();
        } else if (rows % RowsRead.EVERY == 0) {
            listener.read(table, rows);
        }
    }

    public TableData finish() {
        SortedMap<String, TableData.ColumnData> result = new TreeMap<>();
        for (int column = 0; column < present.length; column++) {
            result.put(columns.get(column), new TableData.ColumnData(nonNull[column], digest(column)));
        }
        Optional<RowIndex> rowIndex =
                index == null ? Optional.empty() : Optional.of(new RowIndex(keyNames, columns, index));
        return new TableData(table, rows, result, digest(present.length), rowIndex);
    }

    private Digest digest(int which) {
        return new Digest(sums[2 * which], sums[2 * which + 1]);
    }

    private void add(int column) {
        int at = column * VALUE;
        if (!present[column]) {
            Arrays.fill(buffer, at, at + VALUE, (byte) 0);
            return;
        }
        buffer[at] = 1;
        LONGS.set(buffer, at + 1, row[2 * column]);
        LONGS.set(buffer, at + 1 + Long.BYTES, row[2 * column + 1]);
        nonNull[column]++;
        sum(column);
    }

    /** {@link Digest#plus} without an object. */
    private void sum(int which) {
        int high = 2 * which;
        long low = sums[high + 1] + row[high + 1];
        long carry = Long.compareUnsigned(low, row[high + 1]) < 0 ? 1 : 0;
        sums[high + 1] = low;
        sums[high] += row[high] + carry;
    }

    private void index() {
        if (rows > INDEX_LIMIT) {
            index = null;
            return;
        }
        long[] hashes = new long[present.length];
        for (int column = 0; column < hashes.length; column++) {
            // The hash of an empty text is zero, which must not be taken for NULL.
            hashes[column] = present[column] ? row[2 * column + 1] + 1 : 0;
        }
        index.put(keyOfRow(), hashes);
    }

    private Digest keyOfRow() {
        byte[] bytes = new byte[key.length * VALUE];
        for (int i = 0; i < key.length; i++) {
            System.arraycopy(buffer, key[i] * VALUE, bytes, i * VALUE, VALUE);
        }
        return Hashing.of(bytes);
    }
}
