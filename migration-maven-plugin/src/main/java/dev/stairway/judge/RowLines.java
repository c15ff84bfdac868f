package dev.stairway.judge;

import dev.stairway.fingerprint.ObjectChange;
import dev.stairway.fingerprint.RowChange;
import dev.stairway.fingerprint.RowChanges;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Evidence that names single rows, where rows have names; the first ones, since a report is read by people. */
public final class RowLines {

    private static final int SHOWN = 10;

    private RowLines() {}

    /** These lines and, after them, one for each row that is meant. */
    public static List<String> after(Collection<String> lines, RowChanges changes, Predicate<RowChange> which) {
        List<String> all = new ArrayList<>(lines);
        List<RowChange> rows = changes.byRow().values().stream().filter(which).toList();
        List<RowChange> shown = someOfEach(rows);
        shown.stream().map(RowChange::sentence).forEach(all::add);
        if (rows.size() > shown.size()) {
            all.add("… and " + (rows.size() - shown.size()) + " more" + (changes.complete() ? "" : ", and others"));
        } else if (!rows.isEmpty() && !changes.complete()) {
            all.add("… and others");
        }
        return all;
    }

    /** So that no table hides behind the many rows of another. */
    private static List<RowChange> someOfEach(List<RowChange> rows) {
        long tables = rows.stream().map(RowChange::table).distinct().count();
        long each = Math.max(1, SHOWN / Math.max(1, tables));
        Map<String, Long> seen = new HashMap<>();
        return rows.stream()
                .filter(row -> seen.merge(row.table(), 1L, Long::sum) <= each)
                .limit(SHOWN)
                .toList();
    }

    /** Rows of the tables or patterns that a schema difference speaks of. */
    public static Predicate<RowChange> of(Collection<ObjectChange> objects) {
        Set<String> names = objects.stream().map(ObjectChange::name).collect(Collectors.toSet());
        return row -> names.contains(row.table());
    }

    /** Rows with another value in a column, by the column's qualified name. */
    public static Predicate<RowChange> withOther(Collection<String> qualifiedColumns) {
        return row -> row.columns().keySet().stream()
                .anyMatch(column -> qualifiedColumns.contains(row.table() + "." + column));
    }
}
