package dev.stairway.operate;

import dev.stairway.measure.plan.QueryFile;
import dev.stairway.operate.health.HealthLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How an operation goes about its work.
 *
 * @param environment name that the user gave to where this is
 * @param health from where on an upgrade does not begin
 * @param skipHealth true to begin all the same
 * @param skipValidation true to look at nothing afterwards
 * @param dryRun true to change nothing at all
 * @param times how long things may take
 * @param retries how often a migration that waited too long for a lock is tried again
 * @param safety what is kept
 * @param plans what is asked about the queries of the application
 */
public record OperationOptions(
        Environment environment,
        HealthLimits health,
        boolean skipHealth,
        boolean skipValidation,
        boolean dryRun,
        Times times,
        int retries,
        Safety safety,
        Plans plans) {

    /** Of an operation that runs no migration, and looks at the history alone. */
    public static OperationOptions usual(Environment environment, Duration connect, Safety safety) {
        Duration minute = Duration.ofMinutes(1);
        return new OperationOptions(
                environment,
                HealthLimits.USUAL,
                true,
                false,
                false,
                new Times(connect, minute, minute, minute, minute, minute),
                0,
                safety,
                Plans.NONE);
    }

    /**
     * How long things may take.
     *
     * @param connect until a connection is there
     * @param lock that a statement waits for a lock
     * @param migration all migrations of an upgrade, after which no further one begins and no statement goes on
     * @param rollback all that are taken back, likewise
     * @param slowRollback above which a way back is told as too slow
     * @param validation each question afterwards
     */
    public record Times(
            Duration connect,
            Duration lock,
            Duration migration,
            Duration rollback,
            Duration slowRollback,
            Duration validation) {}

    /**
     * What is kept.
     *
     * @param backup false to take none
     * @param directory of backups
     * @param retentionDays after which older backups of the same database are deleted; 0 for never
     * @param fingerprintBytes size of a database above which no fingerprint is taken, since all of it is read
     */
    public record Safety(boolean backup, Path directory, int retentionDays, long fingerprintBytes) {}

    /**
     * What is asked about the queries of the application.
     *
     * @param queries files of them; none where nothing is asked
     * @param factor by which the planner's cost of one may grow, above 1
     */
    public record Plans(List<QueryFile> queries, double factor) {

        /** Nothing is asked. */
        public static final Plans NONE = new Plans(List.of(), 10);

        public Plans {
            queries = List.copyOf(queries);
        }
    }
}
