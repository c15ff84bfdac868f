package dev.stairway.engine;

import java.util.Objects;

/**
 * What the engine says about one step.
 *
 * @param result how it ended
 * @param reason why it was skipped or failed: the first lines of the engine's or server's error; else empty
 * @param sql statement that failed; empty where unknown
 */
public record StepOutcome(Result result, String reason, String sql) {

    /** How a step ended. */
    public enum Result {
        EXECUTED,
        /** A precondition or filter kept it from running; the engine may have recorded it as ran. */
        SKIPPED,
        /** No way back exists. */
        IRREVERSIBLE,
        FAILED
    }

    public StepOutcome {
        Objects.requireNonNull(result, "result");
    }

    public static StepOutcome executed() {
        return new StepOutcome(Result.EXECUTED, "", "");
    }

    public static StepOutcome skipped(String reason) {
        return new StepOutcome(Result.SKIPPED, reason, "");
    }

    public static StepOutcome irreversible(String reason) {
        return new StepOutcome(Result.IRREVERSIBLE, reason, "");
    }

    public static StepOutcome failed(String reason, String sql) {
        return new StepOutcome(Result.FAILED, reason, sql);
    }
}
