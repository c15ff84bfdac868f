package dev.stairway.run;

import dev.stairway.engine.StepOutcome;
import dev.stairway.fingerprint.Difference;

/**
 * One move.
 *
 * @param outcome what the engine said
 * @param timing wall time and statements
 * @param change what it did to the fingerprint; empty once it was taken back
 * @param kept false when the move was discarded, so that the state is the one before it
 * @param undone true when the database is in the state before the move because it was discarded or had no effect
 */
record Move(StepOutcome outcome, StepReport.Timing timing, Difference change, boolean kept, boolean undone) {

    boolean executed() {
        return outcome.result() == StepOutcome.Result.EXECUTED;
    }
}
