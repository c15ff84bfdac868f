package dev.stairway.mojo;

import dev.stairway.operate.Environment;
import dev.stairway.operate.OperationOptions;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals share that run migrations on real databases. */
abstract class AbstractStepsMojo extends AbstractChangeMojo {

    /**
     * Tells what would be done and writes the statements to a file, and changes nothing at all: no table of the engine, no backup.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.dryRun", defaultValue = "false")
    private boolean dryRun;

    /**
     * Takes a backup first, which is read again before anything is done.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.backup", defaultValue = "true")
    private boolean backup;

    /**
     * Begins without a look at the health of the database.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.skipHealth", defaultValue = "false")
    private boolean skipHealth;

    /**
     * Ends without a look at what became of the database.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.skipValidation", defaultValue = "false")
    private boolean skipValidation;

    /**
     * How long a statement waits for a lock before its migration is taken back and tried again, in seconds: while it waits,
     * everybody who comes after it waits, too.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.lockTimeout", defaultValue = "5")
    private int lockTimeout;

    /**
     * How often a migration is tried again that waited too long for a lock, or lost a deadlock.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.retries", defaultValue = "3")
    private int retries;

    /**
     * How long all migrations may take, in seconds; after that no further statement is sent, and a running one is cancelled by
     * PostgreSQL.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.maxMigrationTime", defaultValue = "600")
    private int maxMigrationTime;

    /**
     * Above how many seconds a way back is told as too slow.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.maxRollbackTime", defaultValue = "300")
    private int maxRollbackTime;

    /**
     * How long a way back may take, in seconds, before it is stopped.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.rollbackTimeout", defaultValue = "600")
    private int rollbackTimeout;

    /**
     * How long each question may take that is asked afterwards, in seconds.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.validationTimeout", defaultValue = "300")
    private int validationTimeout;

    /**
     * Size of a database above which no fingerprint is taken, in MiB: all of its rows are read for that.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.fingerprintMegabytes", defaultValue = "1024")
    private long fingerprintMegabytes;

    /**
     * From which age on a transaction of others, open or prepared, is a reason not to begin, in seconds.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.longTransactionSeconds", defaultValue = "300")
    private long longTransactionSeconds;

    /**
     * How far a standby may be behind, in MiB of log.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.maxReplicationLagMegabytes", defaultValue = "1024")
    private long maxReplicationLagMegabytes;

    /**
     * SQLite: what has to be free on the disk besides the size of the file, in MiB.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.minFreeMegabytes", defaultValue = "100")
    private long minFreeMegabytes;

    /** What the goal asks about the queries of the application. */
    OperationOptions.Plans plans() {
        return OperationOptions.Plans.NONE;
    }

    @Override
    OperationOptions options(Environment where, OperationOptions.Safety safety) {
        if (retries < 0 || retries > 100) {
            throw CheckedSettings.refused("retries", Integer.toString(retries), "Use 0 to 100");
        }
        return new OperationOptions(
                where,
                HealthSettings.of(longTransactionSeconds, maxReplicationLagMegabytes, minFreeMegabytes),
                skipHealth,
                skipValidation,
                dryRun,
                new OperationOptions.Times(
                        connect(),
                        seconds("lockTimeout", lockTimeout),
                        seconds("maxMigrationTime", maxMigrationTime),
                        seconds("rollbackTimeout", rollbackTimeout),
                        seconds("maxRollbackTime", maxRollbackTime),
                        seconds("validationTimeout", validationTimeout)),
                retries,
                new OperationOptions.Safety(
                        backup, safety.directory(), safety.retentionDays(), fingerprintMegabytes << 20),
                plans());
    }
}
