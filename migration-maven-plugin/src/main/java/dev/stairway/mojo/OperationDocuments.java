package dev.stairway.mojo;

import dev.stairway.engine.Applied;
import dev.stairway.engine.Migration;
import dev.stairway.operate.Fingerprint;
import dev.stairway.operate.OperationReport;
import dev.stairway.operate.Status;
import dev.stairway.operate.StepLine;
import dev.stairway.operate.health.Check;
import dev.stairway.operate.health.Health;
import java.util.List;

/** Shapes of the JSON files of operations. */
final class OperationDocuments {

    /** Raise the first number when a reader of the old one would misunderstand. */
    static final String VERSION = "1.0";

    private OperationDocuments() {}

    record HealthFile(String version, String time, List<HealthOf> databases) {}

    /** @param database without credentials */
    record HealthOf(String database, boolean healthy, List<CheckLine> checks) {
        static HealthOf of(String database, Health health) {
            return new HealthOf(database, health.healthy(), lines(health));
        }
    }

    record CheckLine(String name, String verdict, String seen, String next) {
        static CheckLine of(Check check) {
            return new CheckLine(check.name(), check.verdict().name(), check.seen(), check.next());
        }
    }

    static List<CheckLine> lines(Health health) {
        return health.checks().stream().map(CheckLine::of).toList();
    }

    record StatusFile(String version, String time, List<StatusOf> databases) {}

    /** @param unlike migrations that were edited since they ran */
    record StatusOf(
            String database,
            String changelog,
            String engine,
            boolean history,
            String revision,
            List<AppliedLine> applied,
            List<String> pending,
            List<String> unlike,
            String stuck) {
        static StatusOf of(String database, String changelog, String engine, Status status) {
            return new StatusOf(
                    database,
                    changelog,
                    engine,
                    status.history(),
                    status.revision(),
                    status.applied().stream().map(AppliedLine::of).toList(),
                    Migration.ids(status.pending()),
                    status.unlike(),
                    status.stuck());
        }
    }

    record AppliedLine(String migration, String at, boolean inChangelog) {
        static AppliedLine of(Applied applied) {
            return new AppliedLine(applied.migration(), applied.at(), applied.known());
        }
    }

    /**
     * One operation on one database.
     *
     * @param database without credentials
     * @param result {@code DONE}, {@code NOTHING_TO_DO}, {@code DRY_RUN}, {@code REFUSED}, {@code TAKEN_BACK}, {@code FAILED}
     */
    record OperationFile(
            String version,
            String operation,
            String time,
            long durationMillis,
            String environment,
            String project,
            String changelog,
            String engine,
            String database,
            String server,
            String result,
            String reason,
            String next,
            String revisionBefore,
            String revisionAfter,
            FingerprintLine fingerprintBefore,
            FingerprintLine fingerprintAfter,
            String backupFile,
            List<CheckLine> health,
            List<CheckLine> validation,
            List<StepLine> steps,
            List<String> notes) {
        static OperationFile of(
                String operation,
                String time,
                long millis,
                String environment,
                String project,
                String changelog,
                String engine,
                OperationReport report) {
            return new OperationFile(
                    VERSION,
                    operation,
                    time,
                    millis,
                    environment,
                    project,
                    changelog,
                    engine,
                    report.database(),
                    report.server(),
                    report.result().name(),
                    report.reason(),
                    report.next(),
                    report.revisionBefore(),
                    report.revisionAfter(),
                    FingerprintLine.of(report.before()),
                    FingerprintLine.of(report.after()),
                    report.backup(),
                    lines(report.health()),
                    lines(report.validation()),
                    report.steps(),
                    report.notes());
        }
    }

    /** @param notRead why not; empty where it was */
    record FingerprintLine(String schema, String data, String notRead) {
        static FingerprintLine of(Fingerprint seen) {
            return new FingerprintLine(seen.schema(), seen.data(), seen.notRead());
        }
    }
}
