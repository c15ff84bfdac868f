package dev.stairway.mojo;

import dev.stairway.audit.AuditRecord.Outcome;
import dev.stairway.database.external.NamedTarget;
import dev.stairway.metrics.MetricsWriter;
import dev.stairway.mojo.OperationDocuments.HealthFile;
import dev.stairway.mojo.OperationDocuments.HealthOf;
import dev.stairway.operate.HealthAndHistory;
import dev.stairway.operate.health.Check;
import dev.stairway.operate.health.Health;
import dev.stairway.operate.health.HealthLimits;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Looks whether real databases are fit for an upgrade now: connection, version, privileges, disk, version table, locks of
 * engines, replication, long and prepared transactions, invalid indexes. Reads only; fails when one is not.
 */
@Mojo(name = "health", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
public class HealthMojo extends AbstractOperationMojo {

    /** Skips this goal. */
    @Parameter(property = "migration.health.skip", defaultValue = "false")
    private boolean skipHealth;

    /**
     * From which age on a transaction of others, open or prepared, is a reason to wait, in seconds.
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

    @Override
    boolean skipGoal() {
        return skipHealth;
    }

    @Override
    void operate(List<NamedTarget> named, OperatedChangelogs known) throws MojoFailureException {
        HealthLimits limits = HealthSettings.of(longTransactionSeconds, maxReplicationLagMegabytes, minFreeMegabytes);
        ReadingEnd end = readingEnd("health");
        List<HealthOf> all = new ArrayList<>();
        List<String> sick = new ArrayList<>();
        for (NamedTarget target : named) {
            Health health = end.looking(
                    target.place(),
                    () -> new HealthAndHistory(target, connect(), known.loader(), limits)
                            .look(known.status(target.product())));
            all.add(HealthOf.of(target.place(), health));
            end.seen(target.place(), Map.of(), checks(health), outcome(health));
            getLog().info("Health of " + target.place() + ": " + (health.healthy() ? "fit for an upgrade" : "NOT fit"));
            health.table().forEach(getLog()::info);
            for (Check check : health.failed()) {
                sick.add(target.place() + ": " + check.name() + ": " + check.seen() + "\n    " + check.next());
            }
        }
        Path file = output().resolve("health.json");
        MetricsWriter.write(
                new HealthFile(
                        OperationDocuments.VERSION,
                        Instant.now().truncatedTo(ChronoUnit.MILLIS).toString(),
                        all),
                file,
                secrets().mask());
        getLog().info("Health: " + file);
        end.written(file);
        if (!sick.isEmpty()) {
            throw new MojoFailureException("Not fit for an upgrade:\n  " + String.join("\n  ", sick));
        }
    }

    private static Map<String, String> checks(Health health) {
        Map<String, String> checks = new TreeMap<>();
        health.checks()
                .forEach(check -> checks.put(check.name(), check.verdict().name()));
        return checks;
    }

    /** By names alone: what was seen may quote users of the database. */
    private static Outcome outcome(Health health) {
        return health.healthy()
                ? Outcome.passed()
                : Outcome.failed("not fit for an upgrade: "
                        + health.failed().stream().map(Check::name).collect(Collectors.joining(", ")));
    }
}
