package dev.stairway.perf;

import dev.stairway.engine.StepOutcome;

/**
 * One direction of a step that was played.
 *
 * @param seen null unless it was executed
 * @param undone true when it failed and left nothing behind
 */
record Played(StepOutcome outcome, Seen seen, boolean undone) {

    boolean executed() {
        return outcome.result() == StepOutcome.Result.EXECUTED;
    }

    boolean failed() {
        return outcome.result() == StepOutcome.Result.FAILED;
    }
}
