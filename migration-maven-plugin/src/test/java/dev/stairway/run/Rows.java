package dev.stairway.run;

import dev.stairway.fingerprint.Digest;
import dev.stairway.fingerprint.RowIndex;
import dev.stairway.fingerprint.TableData;
import dev.stairway.fingerprint.TableData.ColumnData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Builds {@link TableData} from literal rows, the first column being the key. */
public final class Rows {

    private final List<String> columns;
    private final List<Object[]> rows = new ArrayList<>();
    private boolean keyed = true;

    private Rows(List<String> columns) {
        this.columns = columns;
    }

    public static Rows of(String... columns) {
        return new Rows(List.of(columns));
    }

    public Rows row(Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(values.length + " values for " + columns);
        }
        rows.add(values);
        return this;
    }

    public Rows withoutKey() {
        keyed = false;
        return this;
    }

    public TableData data() {
        TreeMap<String, ColumnData> data = new TreeMap<>();
        Map<Digest, long[]> index = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            int at = i;
            Digest sum = rows.stream()
                    .filter(r -> r[at] != null)
                    .map(r -> hash(r[at]))
                    .reduce(Digest.ZERO, Digest::plus);
            data.put(
                    columns.get(i),
                    new ColumnData(rows.stream().filter(r -> r[at] != null).count(), sum));
        }
        for (Object[] row : rows) {
            long[] hashes = new long[row.length];
            for (int i = 0; i < row.length; i++) {
                hashes[i] = hash(row[i]).low();
            }
            index.put(hash(row[0]), hashes);
        }
        Digest whole = rows.stream()
                .map(r -> hash(List.of(java.util.Arrays.toString(r))))
                .reduce(Digest.ZERO, Digest::plus);
        return new TableData(
                "t",
                rows.size(),
                data,
                whole,
                keyed ? Optional.of(new RowIndex(columns.subList(0, 1), columns, index)) : Optional.empty());
    }

    private static Digest hash(Object value) {
        long h = Objects.hashCode(value) * 0x9E3779B97F4A7C15L + 1;
        return new Digest(h ^ (h >>> 29), h);
    }
}
