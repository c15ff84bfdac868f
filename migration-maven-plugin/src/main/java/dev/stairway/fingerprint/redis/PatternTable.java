package dev.stairway.fingerprint.redis;

import dev.stairway.fingerprint.Digest;
import dev.stairway.fingerprint.RowIndex;
import dev.stairway.fingerprint.TableData;
import dev.stairway.fingerprint.TableHasher;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The keys of one pattern as sums to which a key can be added and from which it can be taken away. */
final class PatternTable {

    /** Some more than are shown, so that a table around the limit does not come and go. */
    private static final int INDEXED = 2 * TableHasher.INDEX_LIMIT;

    private static final int FEW_ELEMENTS = 200;

    /** Place of the sum over whole rows, behind those of the columns. */
    private static final int WHOLE = Columns.ALL.size();

    private final long[] nonNull = new long[Columns.ALL.size()];
    private final Sums sums = new Sums(Columns.ALL.size() + 1);
    private long rows;
    private Map<Digest, long[]> index = new HashMap<>();

    /** Type of the key that came last: the next one will most likely have it too. */
    String lastType = "";

    /** Of the largest collection so far. */
    long mostElements;

    long rows() {
        return rows;
    }

    /** True while the keys are known one by one. */
    boolean small() {
        return index != null;
    }

    /** True when the largest collection so far was read by the server in no time. */
    boolean smallKeys() {
        return mostElements > 0 && mostElements <= FEW_ELEMENTS;
    }

    void add(RowHash row) {
        rows++;
        sums.add(WHOLE, row.whole);
        for (int i = 0; i < nonNull.length; i++) {
            if (row.columns[i] != null) {
                nonNull[i]++;
                sums.add(i, row.columns[i]);
            }
        }
        if (index != null) {
            index.put(row.columns[Columns.KEY], row.lows());
            index = index.size() > INDEXED ? null : index;
        }
    }

    void subtract(RowHash row) {
        rows--;
        sums.subtract(WHOLE, row.whole);
        for (int i = 0; i < nonNull.length; i++) {
            if (row.columns[i] != null) {
                nonNull[i]--;
                sums.subtract(i, row.columns[i]);
            }
        }
        if (index != null) {
            index.remove(row.columns[Columns.KEY]);
        } else if (rows == 0) {
            index = new HashMap<>();
        }
    }

    /** Takes over all keys of another pattern. */
    void addAll(PatternTable other) {
        rows += other.rows;
        sums.add(WHOLE, other.sums.get(WHOLE));
        for (int i = 0; i < nonNull.length; i++) {
            nonNull[i] += other.nonNull[i];
            sums.add(i, other.sums.get(i));
        }
        if (index != null && other.index != null && index.size() + other.index.size() <= INDEXED) {
            index.putAll(other.index);
        } else {
            index = null;
        }
        lastType = other.lastType;
        mostElements = Math.max(mostElements, other.mostElements);
    }

    TableData data(String name) {
        SortedMap<String, TableData.ColumnData> columns = new TreeMap<>();
        for (int i = 0; i < nonNull.length; i++) {
            columns.put(Columns.ALL.get(i), new TableData.ColumnData(nonNull[i], sums.get(i)));
        }
        Optional<RowIndex> rowIndex = index == null
                ? Optional.empty()
                : Optional.of(new RowIndex(List.of("key"), Columns.ALL, new HashMap<>(index)));
        return new TableData(name, rows, columns, sums.get(WHOLE), rowIndex);
    }
}
