package dev.stairway.operate;

import dev.stairway.operate.health.Health;
import java.util.List;

/**
 * What an operation did to one database.
 *
 * @param database without credentials
 * @param server product and version
 * @param reason one sentence and its evidence; empty where it went well
 * @param next command or advice; empty where nothing has to be done
 * @param backup file with the manifest; empty for none
 * @param health before
 * @param validation afterwards
 * @param notes what else the user should know
 * @param sql of a dry run; empty otherwise
 */
public record OperationReport(
        String database,
        String server,
        Result result,
        String reason,
        String next,
        String revisionBefore,
        String revisionAfter,
        Fingerprint before,
        Fingerprint after,
        String backup,
        Health health,
        Health validation,
        List<StepLine> steps,
        List<String> notes,
        List<String> sql) {

    public OperationReport {
        steps = List.copyOf(steps);
        notes = List.copyOf(notes);
        sql = List.copyOf(sql);
    }

    /** How it ended. */
    public enum Result {
        DONE,
        /** There was nothing to do. */
        NOTHING_TO_DO,
        /** A dry run, which has changed nothing. */
        DRY_RUN,
        /** Nothing was begun. */
        REFUSED,
        /** It failed, and the database is where it was before. */
        TAKEN_BACK,
        /** It failed, and the database is not where it was before. */
        FAILED
    }

    /** True for what need not fail a build. */
    public boolean fine() {
        return result == Result.DONE || result == Result.NOTHING_TO_DO || result == Result.DRY_RUN;
    }

    /** For people. */
    public String text() {
        return reason + (next.isEmpty() ? "" : "\n  Next: " + next);
    }
}
