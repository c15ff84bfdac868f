package dev.stairway.mojo;

import dev.stairway.alert.Alert;
import dev.stairway.alert.Kind;
import dev.stairway.audit.AuditRecord;
import dev.stairway.audit.AuditRecord.Outcome;
import dev.stairway.audit.Digests;
import dev.stairway.audit.Seal;
import dev.stairway.audit.Who;
import dev.stairway.engine.Engine;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.metrics.MetricsWriter;
import dev.stairway.mojo.OperationDocuments.OperationFile;
import dev.stairway.operate.OperationReport;
import dev.stairway.problem.ProblemException;
import dev.stairway.secret.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/** Report, audit trail and webhooks of an operation, one database at a time. */
final class OperationEnd {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final String goal;
    private final MavenProject project;
    private final Path output;
    private final AuditSettings audit;
    private final Alerts alerts;
    private final Map<String, String> versions;
    private final Log log;
    private final Secrets secrets;
    private Instant startedAt = Instant.now();
    private long start = System.nanoTime();

    OperationEnd(
            String goal,
            MavenProject project,
            Path output,
            AuditSettings audit,
            Alerts alerts,
            Map<String, String> versions,
            Log log,
            Secrets secrets) {
        this.goal = goal;
        this.project = project;
        this.output = output;
        this.audit = audit;
        this.alerts = alerts;
        this.versions = versions;
        this.log = log;
        this.secrets = secrets;
    }

    /** With the next database. */
    void begins() {
        startedAt = Instant.now();
        start = System.nanoTime();
    }

    /** @return the report's file */
    Path ended(OperationReport report, NamedChangelog changelog, Engine engine, String environment) {
        Path file = free(output.resolve("operations"), NAME.format(startedAt) + "-" + goal);
        long millis = (System.nanoTime() - start) / 1_000_000;
        MetricsWriter.write(
                OperationFile.of(
                        goal, time(), millis, environment, coordinates(), changelog.id(), engine.name(), report),
                file,
                secrets.mask());
        writeSql(report, file);
        Map<String, String> tools = new TreeMap<>(versions);
        tools.put("engine " + engine.name(), engine.library(changelog.source()).toString());
        tools.put("server", report.server());
        record(report, file, tools);
        alerts.tell(alert(report));
        return file;
    }

    /** Two databases may take less than a millisecond. */
    private static Path free(Path directory, String name) {
        Path file = directory.resolve(name + ".json");
        for (int i = 2; Files.exists(file); i++) {
            file = directory.resolve(name + "-" + i + ".json");
        }
        return file;
    }

    private void writeSql(OperationReport report, Path file) {
        if (report.sql().isEmpty()) {
            return;
        }
        Path script = file.resolveSibling(file.getFileName().toString().replace(".json", ".sql"));
        try {
            Files.writeString(script, secrets.mask().of(String.join("\n", report.sql()) + "\n"));
        } catch (IOException e) {
            throw ProblemException.setup(
                    "The statements of the dry run cannot be written",
                    script.toString(),
                    e.toString(),
                    "Check the disk",
                    e);
        }
    }

    /** It did not come to its end; a second failure does not hide the first. */
    void stopped(String database, RuntimeException first) {
        try {
            append(AuditOfRun.without(
                    operation(database),
                    versions,
                    audit.approval(),
                    Outcome.stopped(AbstractOutputsMojo.reason(first))));
        } catch (ProblemException second) {
            first.addSuppressed(second);
        } finally {
            alerts.tell(Alert.stopped(
                    project.getName(),
                    goal,
                    AbstractOutputsMojo.reason(first),
                    Who.here().job()));
        }
    }

    private AuditRecord.Operation operation(String database) {
        return new AuditRecord.Operation(
                goal, audit.environment(), coordinates(), database, time(), (System.nanoTime() - start) / 1_000_000);
    }

    private void record(OperationReport report, Path file, Map<String, String> tools) {
        if (audit.trail() == null) {
            return;
        }
        Map<String, String> checks = new TreeMap<>();
        report.health().checks().forEach(check -> checks.put("before " + check.name(), check.verdict() + ""));
        report.validation().checks().forEach(check -> checks.put("after " + check.name(), check.verdict() + ""));
        report.steps().forEach(step -> checks.put(step.direction() + " " + step.migration(), step.result()));
        append(new AuditRecord(
                operation(report.database()),
                Who.here(),
                tools,
                Map.of("report", digest(file)),
                Map.of("revision before", report.revisionBefore(), "revision after", report.revisionAfter()),
                new AuditRecord.State(report.before().text(), report.after().text(), report.backup()),
                checks,
                audit.approval(),
                report.fine() ? Outcome.passed() : Outcome.failed(report.result() + ": " + sentence(report))));
    }

    /** Without evidence, which may quote rows. */
    private static String sentence(OperationReport report) {
        return report.steps().stream()
                .filter(step -> step.result().equals("FAILED"))
                .map(step -> "migration " + step.migration() + " failed")
                .findFirst()
                .orElse(report.reason().split(":")[0]);
    }

    private void append(AuditRecord record) {
        if (audit.trail() != null) {
            Seal end = audit.trail().append(record, secrets.mask());
            log.info("Audit trail: " + end + " in " + audit.trail().file());
        }
    }

    private static String digest(Path file) {
        try {
            return Digests.of(file);
        } catch (IOException e) {
            throw ProblemException.setup(
                    "The report cannot be read", file.toString(), e.toString(), "Check the disk", e);
        }
    }

    private Alert alert(OperationReport report) {
        boolean fine = report.fine();
        return new Alert(
                fine ? Kind.PASSED : Kind.FAILURE,
                project.getName(),
                goal,
                fine ? "PASSED" : "FAILED",
                fine ? 0 : 1,
                report.notes().size(),
                0,
                0,
                fine ? List.of() : List.of(report.database() + ": " + report.result() + ", " + sentence(report)),
                List.of(),
                Who.here().job());
    }

    private String time() {
        return startedAt.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private String coordinates() {
        return project.getGroupId() + ":" + project.getArtifactId() + ":" + project.getVersion();
    }
}
