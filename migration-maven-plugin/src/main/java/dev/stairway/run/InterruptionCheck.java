package dev.stairway.run;

import dev.stairway.engine.StepOutcome;
import dev.stairway.finding.Rule;
import dev.stairway.fingerprint.Difference;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The invariant "a run that was killed and gone on with ends where an undisturbed one ends", for engines that go on. */
final class InterruptionCheck {

    private final Bench bench;
    private final History history;
    private final StepNotes notes;

    InterruptionCheck(Bench bench, History history, StepNotes notes) {
        this.bench = bench;
        this.history = history;
        this.notes = notes;
    }

    /**
     * Takes the migration back and applies it, with kills on both ways; the state after up is made again where it differs.
     *
     * @param applied what led from the state after the undisturbed way down to the present one
     */
    boolean differs(Difference applied) throws SQLException {
        if (!bench.engine().mayRepeat(notes.migration())) {
            return false;
        }
        Move down = bench.play(Direction.DOWN_INTERRUPTED, notes.migration(), change -> true);
        if (found(Direction.DOWN_INTERRUPTED, down, evidence(down, Set.of(), applied, down.change()))) {
            return true;
        }
        Move up = bench.play(Direction.UP_INTERRUPTED, notes.migration(), change -> true);
        return found(Direction.UP_INTERRUPTED, up, evidence(up, computed(), down.change(), up.change()));
    }

    private List<String> evidence(Move move, Set<String> free, Difference... readings) {
        return move.outcome().result() == StepOutcome.Result.FAILED
                ? move.outcome().reason().lines().toList()
                : StateLines.of(bench, "without an interruption", "with one", free, readings);
    }

    /** Columns that get other values each time, which has been told already. */
    private Set<String> computed() {
        return notes.findings().stream()
                .filter(finding -> finding.rule() == Rule.REAPPLY_COMPUTES_OTHER_VALUES)
                .flatMap(finding -> finding.evidence().stream())
                .collect(Collectors.toSet());
    }

    private boolean found(Direction way, Move move, List<String> evidence) throws SQLException {
        if (evidence.isEmpty()) {
            return false;
        }
        boolean failed = move.outcome().result() == StepOutcome.Result.FAILED;
        String which = way.back() ? "its rollback" : "it";
        notes.find(
                way,
                Rule.INTERRUPTED_RUN_DIFFERS,
                "Killed in the middle and gone on with, " + which + (failed ? " fails" : " leaves another state"),
                evidence,
                "Let nothing that the script does depend on an earlier or later call: the next run begins a little before"
                        + " the place where the killed one ended, and hands over some keys again");
        history.rebuild();
        return true;
    }
}
