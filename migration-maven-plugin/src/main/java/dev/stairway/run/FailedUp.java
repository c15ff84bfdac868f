package dev.stairway.run;

import dev.stairway.engine.Migration;
import dev.stairway.finding.Rule;
import dev.stairway.finding.Verdict;
import dev.stairway.matrix.Scenario;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A migration stopped with an error: finds out whether the rows are to blame, and brings the walk into a state from which
 * it can go on.
 */
final class FailedUp {

    private final Bench bench;
    private final History history;
    private final Scenario scenario;

    FailedUp(Bench bench, History history, Scenario scenario) {
        this.bench = bench;
        this.history = history;
        this.scenario = scenario;
    }

    StepReport report(StepNotes notes, Move up, long checkNanos) throws SQLException {
        Migration migration = notes.migration();
        List<String> evidence = evidence(up);
        boolean rows = scenario.rows() > 0 && notes.rowsBefore() > 0;
        if (rows && passesWithoutRows(migration)) {
            if (!SlotFinding.made(notes, up, Direction.UP)) {
                notes.find(
                        Rule.MIGRATION_FAILS_ON_DATA,
                        "It fails when the tables hold rows, and passes when they hold none",
                        evidence,
                        "Prepare the rows first (default, backfill, clean-up), then change the table");
            }
            return notes.report(Verdict.MIGRATION_FAILS, up.outcome().reason(), checkNanos);
        }
        if (!rows && !up.undone()) {
            history.rebuild();
        }
        bench.unseen().markRan(migration);
        history.marked(migration);
        if (!SlotFinding.made(notes, up, Direction.UP)) {
            notes.find(
                    Rule.MIGRATION_FAILS,
                    "It fails",
                    evidence,
                    "Repair it, or leave it out with a reason (<excludes>) if it cannot run outside your application;"
                            + " it was recorded as ran so that the walk could go on");
        }
        return notes.report(Verdict.MIGRATION_FAILS, up.outcome().reason(), checkNanos);
    }

    private boolean passesWithoutRows(Migration migration) throws SQLException {
        history.rebuildWithoutRows();
        Move retry = bench.play(Direction.UP, migration, change -> true);
        if (retry.executed()) {
            history.applied(migration);
            return true;
        }
        if (!retry.undone()) {
            history.rebuild();
        }
        return false;
    }

    static List<String> evidence(Move up) {
        List<String> evidence = new ArrayList<>(up.outcome().reason().lines().toList());
        if (!up.outcome().sql().isEmpty()) {
            evidence.add("SQL: " + up.outcome().sql().strip());
        }
        return evidence;
    }
}
