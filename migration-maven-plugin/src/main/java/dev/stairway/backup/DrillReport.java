package dev.stairway.backup;

import dev.stairway.database.DatabaseId;
import dev.stairway.engine.Migration;
import dev.stairway.finding.Finding;
import dev.stairway.matrix.Cell;
import java.util.List;

/**
 * What became of the backups of one cell.
 *
 * @param notDrilled why nothing was tried, or not to the end; empty when everything was
 * @param durationNanos wall time of all of it
 * @param notTried tools that could not be used, with the reason, one sentence each
 * @param trials in order of the migrations, then of the tools
 */
public record DrillReport(
        Cell cell,
        DatabaseId database,
        String serverVersion,
        String driverVersion,
        String notDrilled,
        long durationNanos,
        List<String> notTried,
        List<Trial> trials,
        List<Finding> findings) {

    public DrillReport {
        notTried = List.copyOf(notTried);
        trials = List.copyOf(trials);
        findings = List.copyOf(findings);
    }

    /** How a trial ended. */
    public enum Outcome {
        /** The restored database is the one that was there, and takes the migration. */
        RESTORED,
        /** No backup could be taken. */
        NOT_TAKEN,
        /** The backup could not be restored. */
        NOT_RESTORED,
        /** The restored database is another one. */
        DIFFERS,
        /** The restored database does not take the migration that comes next. */
        REFUSES_MIGRATION
    }

    /**
     * One backup.
     *
     * @param migration before which it was taken
     * @param tool by which
     * @param files number of them
     * @param bytes size of all files
     * @param backupNanos until it was complete, with its manifest
     * @param restoreNanos until the database could be used again, the verification included; 0 when it never could
     * @param damageNoticed false when a flipped bit was not
     * @param outcome how it ended
     * @param evidence what was seen when it did not end well, line by line; else harmless differences
     */
    public record Trial(
            Migration migration,
            String tool,
            int files,
            long bytes,
            long backupNanos,
            long restoreNanos,
            boolean damageNoticed,
            Outcome outcome,
            List<String> evidence) {

        public Trial {
            evidence = List.copyOf(evidence);
        }
    }
}
