package dev.stairway.metrics;

import java.util.List;

/**
 * What became of backups, by goal {@code backup-test}. What is wrong stands with all other findings.
 *
 * @param drills one entry per changelog, database and scenario
 */
public record Backups(List<Drill> drills) {

    /**
     * Backups of one database.
     *
     * @param rowsPerTable rows that every table was filled up to before a backup
     * @param durationMillis wall time of all of it
     * @param restoreLimitMillis what a restore must not exceed; null where there is no limit
     * @param notDrilled why nothing was tried, or not to the end; empty when everything was
     * @param notTried tools that could not be used, with the reason, one sentence each
     * @param trials in order of the migrations, then of the tools
     */
    public record Drill(
            String changelog,
            String database,
            String scenario,
            int rowsPerTable,
            long durationMillis,
            Long restoreLimitMillis,
            String notDrilled,
            List<String> notTried,
            List<Trial> trials) {}

    /**
     * One backup, restored beside the database that it was taken of.
     *
     * @param migration id of the one before which it was taken
     * @param tool by which: {@code point-in-time}, {@code vacuum-into}, {@code rdb}
     * @param files number of them
     * @param bytes size of all files
     * @param backupMillis until it was complete, with its manifest
     * @param restoreMillis until the database could be used again, the verification included; null when it never could
     * @param damageNoticed false when a flipped bit was not
     * @param outcome {@code RESTORED}, {@code NOT_TAKEN}, {@code NOT_RESTORED}, {@code DIFFERS} or {@code REFUSES_MIGRATION}
     * @param evidence what was seen when it did not end well, line by line; else differences that harm nobody
     */
    public record Trial(
            String migration,
            String tool,
            int files,
            long bytes,
            double backupMillis,
            Double restoreMillis,
            boolean damageNoticed,
            String outcome,
            List<String> evidence) {}
}
