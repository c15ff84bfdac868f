package dev.stairway.run;

import dev.stairway.fingerprint.Change;
import dev.stairway.fingerprint.Difference;
import dev.stairway.fingerprint.RowIndex;
import dev.stairway.fingerprint.TableData;
import dev.stairway.integrity.Scope;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;

/** What a difference touched, column by column, so that no promise is asked about that cannot have been broken. */
final class TouchedTables implements Scope {

    private static final String SEQUENCE = "sequence ";

    private final Difference change;
    private final Set<String> tables;

    TouchedTables(Difference change) {
        this.change = change;
        this.tables = Bench.tables(change);
        change.schema().keySet().stream()
                .filter(key -> key.startsWith(SEQUENCE))
                .map(key -> key.substring(SEQUENCE.length()))
                .forEach(tables::add);
    }

    @Override
    public Set<String> tables() {
        return tables;
    }

    @Override
    public boolean wrote(String table, Collection<String> columns) {
        Change<TableData> rows = change.data().get(table);
        if (rows == null || rows.after() == null) {
            return false;
        }
        // Sums per column do not tell when two rows swap values, so a key of several columns is asked about again.
        return rows.before() == null
                || columns.size() != 1
                || columns.stream().anyMatch(column -> differs(rows, column));
    }

    @Override
    public boolean took(String table, Collection<String> columns) {
        Change<TableData> rows = change.data().get(table);
        return rows != null
                && rows.before() != null
                && (columns.size() != 1 || columns.stream().anyMatch(column -> differs(rows, column)))
                && !keptAll(rows, columns);
    }

    private static boolean differs(Change<TableData> rows, String column) {
        return !Objects.equals(
                rows.before().columns().get(column),
                rows.after() == null ? null : rows.after().columns().get(column));
    }

    private static boolean keptAll(Change<TableData> rows, Collection<String> columns) {
        RowIndex before = rows.before().index().orElse(null);
        RowIndex after = rows.after() == null ? null : rows.after().index().orElse(null);
        return before != null
                && after != null
                && before.key().equals(after.key())
                && Set.copyOf(before.key()).equals(Set.copyOf(columns))
                && after.rows().keySet().containsAll(before.rows().keySet());
    }
}
