package dev.stairway.run;

import dev.stairway.fingerprint.Change;
import dev.stairway.fingerprint.Difference;
import dev.stairway.fingerprint.DifferenceText;
import dev.stairway.fingerprint.ObjectChange;
import dev.stairway.fingerprint.RowChange;
import dev.stairway.fingerprint.TableData;
import dev.stairway.judge.DataJudge;
import dev.stairway.judge.RowLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Says how two states differ that should be one. */
final class StateLines {

    private final String one;
    private final String other;
    private final Set<String> free;
    private final List<String> lines = new ArrayList<>();

    private StateLines(String one, String other, Set<String> free) {
        this.one = one;
        this.other = other;
        this.free = free;
    }

    /**
     * Empty when they do not differ.
     *
     * @param one names the state before the readings, {@code before}
     * @param other names the state after them, {@code after the second time}
     */
    static List<String> of(Bench bench, String one, String other, Difference... readings) {
        return of(bench, one, other, Set.of(), readings);
    }

    /** @param free qualified columns whose values may differ */
    static List<String> of(Bench bench, String one, String other, Set<String> free, Difference... readings) {
        Difference difference = Difference.NONE;
        for (Difference reading : readings) {
            difference = difference.then(reading);
        }
        StateLines states = new StateLines(one, other, free);
        states.add(difference);
        return states.lines.isEmpty()
                ? List.of()
                : RowLines.after(states.lines, bench.rowChanges(readings), states::meant);
    }

    private void add(Difference difference) {
        DifferenceText.schema(difference).stream()
                .filter(line -> line.level() == ObjectChange.Level.REAL)
                .map(ObjectChange::sentence)
                .forEach(lines::add);
        for (Map.Entry<String, Change<TableData>> entry : new TreeMap<>(difference.data()).entrySet()) {
            rows(entry.getKey(), entry.getValue().before(), entry.getValue().after());
        }
    }

    private void rows(String table, TableData before, TableData after) {
        if (before == null || after == null) {
            return;
        }
        if (before.rows() != after.rows()) {
            lines.add(table + ": " + before.rows() + " rows " + one + ", " + after.rows() + " " + other);
        }
        DataJudge.ofUp(before, after).changed().stream()
                .filter(column -> !free.contains(table + "." + column))
                .forEach(column -> lines.add(table + ": other values in " + column + " " + other));
    }

    private boolean meant(RowChange row) {
        return row.added()
                || row.removed()
                || !free.containsAll(row.columns().keySet().stream()
                        .map(column -> row.table() + "." + column)
                        .toList());
    }
}
