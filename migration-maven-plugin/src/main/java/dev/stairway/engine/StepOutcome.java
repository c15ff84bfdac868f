package dev.stairway.engine;

import java.util.Objects;

/**
 * What the engine says about one step.
 *
 * @param result how it ended
 * @param reason why it was skipped or failed: the first lines of the engine's or server's error; else empty
 * @param sql statement that failed; empty where unknown
 * @param severalSlots true when it failed because one call touched keys of several slots of a cluster
 */
public record StepOutcome(Result result, String reason, String sql, boolean severalSlots) {

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

    private StepOutcome(Result result, String reason, String sql) {
        this(result, reason, sql, false);
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

    /** Failed, since one call touched keys of several slots of a cluster. */
    public static StepOutcome severalSlots(String reason, String sql) {
        return new StepOutcome(Result.FAILED, reason, sql, true);
    }
}
