package dev.stairway.run;

import dev.stairway.engine.StepOutcome;
import dev.stairway.finding.Rule;
import dev.stairway.finding.Verdict;
import dev.stairway.fingerprint.Difference;
import dev.stairway.fingerprint.Digest;
import dev.stairway.fingerprint.ObjectChange;
import dev.stairway.fingerprint.RowChange;
import dev.stairway.fingerprint.RowChanges;
import dev.stairway.fingerprint.RowIndex;
import dev.stairway.fingerprint.TableData;
import dev.stairway.judge.RowLines;
import dev.stairway.judge.SchemaJudge;
import dev.stairway.judge.Timeline;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The invariant "re-apply after rollback gives the same fingerprint". */
final class AgainCheck {

    private final Bench bench;
    private final History history;
    private final StepNotes notes;
    private Difference applied = Difference.NONE;

    AgainCheck(Bench bench, History history, StepNotes notes) {
        this.bench = bench;
        this.history = history;
        this.notes = notes;
    }

    /** @param soFar the verdict on the way down, kept when applying again gives the same state */
    Verdict verdict(Verdict soFar, Difference up, Difference written, Move down) throws SQLException {
        Move again = bench.play(Direction.UP, notes.migration(), change -> true);
        notes.again(again);
        applied = again.change();
        if (!again.executed()) {
            return fails(again);
        }
        SchemaJudge other = SchemaJudge.of(down.change().then(again.change())).without(this::followsFromLoss);
        if (!other.clean()) {
            return differs(
                    "Applied again after its rollback, it gives another schema",
                    RowLines.after(
                            other.sentences(),
                            bench.rowChanges(down.change(), again.change()),
                            RowLines.of(other.real())));
        }
        Timeline timeline = new Timeline(bench.fingerprinter().tables(), up, written, down.change(), again.change());
        SortedMap<String, String> doubled = otherRowCounts(timeline);
        RowChanges since = bench.rowChanges(down.change(), again.change());
        if (!doubled.isEmpty() && !confirmedSame()) {
            return differs(
                    "Applied again after its rollback, it gives another number of rows",
                    RowLines.after(
                            doubled.values(), since, row -> cameOrWent(row) && doubled.containsKey(row.table())));
        }
        otherValues(timeline, bench.rowChanges(written, down.change(), again.change()), bench.rowChanges(up));
        return soFar;
    }

    /** Where no table is empty, one that up makes of rows that were lost is not made again. */
    private boolean followsFromLoss(ObjectChange object) {
        return object.what() == ObjectChange.What.REMOVED
                && !bench.fingerprinter().emptyTables()
                && notes.losses().stream()
                        .anyMatch(loss -> loss.column().isEmpty()
                                && !bench.fingerprinter().tables().containsKey(loss.table()));
    }

    /** What applying it again did, the last time. */
    Difference applied() {
        return applied;
    }

    private Verdict fails(Move again) throws SQLException {
        notes.find(
                Rule.REAPPLY_FAILS,
                again.outcome().result() == StepOutcome.Result.FAILED
                        ? "Applied again after its rollback, it fails"
                        : "Applied again after its rollback, it does not run",
                again.outcome().reason().lines().toList(),
                "Make the rollback remove everything that the migration creates");
        history.rebuild();
        return Verdict.NOT_IDEMPOTENT;
    }

    private Verdict differs(String title, List<String> evidence) {
        notes.find(
                Rule.REAPPLY_DIFFERS,
                title,
                evidence,
                "Make the rollback take back exactly what the migration does, rows that it inserts included");
        return Verdict.NOT_IDEMPOTENT;
    }

    private static boolean cameOrWent(RowChange row) {
        return row.added() || row.removed();
    }

    /** By table. */
    private static SortedMap<String, String> otherRowCounts(Timeline timeline) {
        SortedMap<String, String> lines = new TreeMap<>();
        for (String table : timeline.tables()) {
            TableData before = timeline.at(table, 0);
            TableData first = timeline.at(table, 1);
            TableData back = timeline.at(table, 3);
            TableData second = timeline.at(table, 4);
            if (first == null || second == null || before != null && back == null) {
                continue;
            }
            long expected = before == null ? first.rows() : back.rows() + first.rows() - before.rows();
            if (second.rows() != expected) {
                lines.put(table, table + ": " + expected + " rows expected, " + second.rows() + " found");
            }
        }
        return lines;
    }

    /**
     * Rows that the migration derives from rows written in between make another number legitimate, so the step is played
     * once more with nothing written in between: then the numbers must be equal.
     */
    private boolean confirmedSame() throws SQLException {
        Move down = bench.play(Direction.DOWN, notes.migration(), change -> true);
        if (!down.executed()) {
            return false;
        }
        Move up = bench.play(Direction.UP, notes.migration(), change -> true);
        if (!up.executed()) {
            history.rebuild();
            return false;
        }
        applied = up.change();
        return down.change().then(up.change()).data().values().stream()
                .noneMatch(change -> rows(change.before()) != rows(change.after()));
    }

    private static long rows(TableData data) {
        return data == null ? 0 : data.rows();
    }

    /**
     * Looks at the rows that are there all the time.
     *
     * @param since from after up until now
     * @param up what up did
     */
    private void otherValues(Timeline timeline, RowChanges since, RowChanges up) {
        if (!notes.losses().isEmpty()) {
            // What is computed from lost data differs as a matter of course; the loss is the finding.
            return;
        }
        Set<String> columns = new TreeSet<>();
        for (String table : timeline.tables()) {
            TableData before = timeline.at(table, 0);
            TableData first = timeline.at(table, 1);
            TableData second = timeline.at(table, 4);
            if (before != null && first != null && second != null) {
                columns.addAll(otherValues(table, before, first, second));
            }
        }
        if (!columns.isEmpty()) {
            notes.find(
                    Rule.REAPPLY_COMPUTES_OTHER_VALUES,
                    "Applied again, it computes other values for the same rows",
                    RowLines.after(columns, since, RowLines.withOther(columns).and(row -> !addedBy(up, row))),
                    "Expected for now(), random() and sequences; otherwise look for a value that depends on order or session");
        }
    }

    private static boolean addedBy(RowChanges up, RowChange row) {
        RowChange change = up.byRow().get(row.row());
        return change != null && change.added();
    }

    private static Set<String> otherValues(String table, TableData before, TableData first, TableData second) {
        Set<String> columns = new TreeSet<>();
        RowIndex old = before.index().orElse(null);
        RowIndex one = first.index().orElse(null);
        RowIndex two = second.index().orElse(null);
        if (old == null || one == null || two == null || !one.columns().equals(two.columns())) {
            return columns;
        }
        for (Map.Entry<Digest, long[]> row : one.rows().entrySet()) {
            long[] there = two.rows().get(row.getKey());
            if (there != null && old.rows().containsKey(row.getKey())) {
                for (int i = 0; i < there.length; i++) {
                    if (there[i] != row.getValue()[i]) {
                        columns.add(table + "." + one.columns().get(i));
                    }
                }
            }
        }
        return columns;
    }
}
