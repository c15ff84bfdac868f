package dev.stairway.run;

import dev.stairway.engine.Migration;
import dev.stairway.finding.Finding;
import dev.stairway.finding.Rule;
import dev.stairway.finding.Verdict;
import dev.stairway.fingerprint.Change;
import dev.stairway.fingerprint.Difference;
import dev.stairway.fingerprint.SchemaGroup;
import dev.stairway.fingerprint.TableData;
import dev.stairway.judge.Loss;
import dev.stairway.judge.PatternChange;
import dev.stairway.judge.Unsurviving;
import dev.stairway.run.StepReport.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gathers what one step finds out until its report is made. */
final class StepNotes {

    private final Migration migration;
    private final long rowsBefore;
    private final List<Finding> findings = new ArrayList<>();
    private List<Loss> losses = List.of();
    private List<Unsurviving> unsurviving = List.of();
    private Timing up;
    private Timing down;
    private Timing again;
    private Difference change = Difference.NONE;
    private List<PatternChange> patterns = List.of();
    private LiveReport live;

    StepNotes(Migration migration, long rowsBefore) {
        this.migration = migration;
        this.rowsBefore = rowsBefore;
    }

    Migration migration() {
        return migration;
    }

    long rowsBefore() {
        return rowsBefore;
    }

    void up(Move move) {
        up = move.timing();
        change = move.change();
    }

    void patterns(List<PatternChange> seen) {
        patterns = seen;
    }

    void down(Move move) {
        down = move.timing();
    }

    void again(Move move) {
        again = move.timing();
    }

    void live(LiveReport report) {
        live = report;
    }

    void losses(List<Loss> found) {
        losses = found;
    }

    void unsurviving(List<Unsurviving> counted) {
        unsurviving = counted;
    }

    List<Loss> losses() {
        return losses;
    }

    void find(Rule rule, String title, List<String> evidence, String remedy) {
        findings.add(new Finding(rule, migration, title, evidence, remedy));
    }

    /** Where the way decides which half of the migration to look into. */
    void find(Direction way, Rule rule, String title, List<String> evidence, String remedy) {
        Finding finding = new Finding(rule, migration, title, evidence, remedy);
        findings.add(way.back() ? finding.ofRollback() : finding);
    }

    void find(List<Finding> more) {
        findings.addAll(more);
    }

    List<Finding> findings() {
        return findings;
    }

    StepReport report(Verdict verdict, String reason, long checkNanos) {
        return new StepReport(
                migration,
                verdict,
                reason,
                up,
                down,
                again,
                checkNanos,
                rowsBefore,
                light(change),
                losses,
                unsurviving,
                patterns,
                live);
    }

    /** The change without its row indexes, which would keep every row of every step in memory. */
    private static Difference light(Difference change) {
        SortedMap<String, Change<TableData>> data = new TreeMap<>();
        change.data().forEach((table, c) -> data.put(table, new Change<>(light(c.before()), light(c.after()))));
        SortedMap<String, Change<SchemaGroup>> schema = change.schema();
        return new Difference(schema, data);
    }

    private static TableData light(TableData data) {
        return data == null || data.index().isEmpty()
                ? data
                : new TableData(data.table(), data.rows(), data.columns(), data.digest(), Optional.empty());
    }
}
