package dev.stairway.run;

import dev.stairway.engine.StepOutcome;
import dev.stairway.finding.Rule;
import java.sql.SQLException;
import java.util.List;

/** The invariant "what is handed over twice is changed once", for engines that can be made to hand data over twice. */
final class RepeatCheck {

    private final Bench bench;
    private final History history;
    private final StepNotes notes;

    RepeatCheck(Bench bench, History history, StepNotes notes) {
        this.bench = bench;
        this.history = history;
        this.notes = notes;
    }

    /** Runs it right after the same way was gone; the state after up is made again when that changed anything. */
    boolean changes(Direction direction) throws SQLException {
        if (!bench.engine().mayRepeat(notes.migration())) {
            return false;
        }
        Move move = bench.play(direction, notes.migration(), change -> true);
        List<String> evidence = evidence(move);
        if (evidence.isEmpty()) {
            return false;
        }
        String which = direction.back() ? "its rollback" : "it";
        notes.find(
                direction,
                Rule.REPEAT_CHANGES_STATE,
                "Run twice over the same data, " + which + " changes it twice",
                evidence,
                "Make the script tell what it has done already, and leave that as it is: a key can be handed over twice");
        history.rebuild();
        return true;
    }

    private List<String> evidence(Move move) {
        if (move.outcome().result() == StepOutcome.Result.FAILED) {
            return move.outcome().reason().lines().toList();
        }
        return StateLines.of(bench, "before", "after the second time", move.change());
    }
}
