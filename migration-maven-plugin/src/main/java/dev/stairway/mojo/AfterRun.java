package dev.stairway.mojo;

import dev.stairway.alert.Alert;
import dev.stairway.alert.Webhook;
import dev.stairway.audit.AuditRecord;
import dev.stairway.audit.AuditRecord.Operation;
import dev.stairway.audit.AuditRecord.Outcome;
import dev.stairway.audit.Digests;
import dev.stairway.audit.Seal;
import dev.stairway.audit.Who;
import dev.stairway.problem.ProblemException;
import dev.stairway.report.document.Metrics;
import dev.stairway.report.document.MetricsReader;
import dev.stairway.report.document.UnreadableMetricsException;
import dev.stairway.secret.Secrets;
import dev.stairway.suite.TextfileCollector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.logging.Log;

/**
 * Who is told when a goal has come to its end, whichever: the audit trail, the node exporter, webhooks. Only the trail can
 * fail a build, because an operation without its record must not look like one that has it.
 */
final class AfterRun {

    /**
     * What ran.
     *
     * @param project groupId:artifactId:version
     * @param projectName for people
     * @param output where the run writes its files
     * @param versions known before it began
     */
    record Run(String goal, String project, String projectName, Path output, Map<String, String> versions) {}

    private final Run run;
    private final AuditSettings audit;
    private final Messengers messengers;
    private final Path textfiles;
    private final Log log;
    private final Secrets secrets;
    private final Instant startedAt = Instant.now();
    private final long start = System.nanoTime();

    /**
     * Begins with the run.
     *
     * @param textfiles directory of the node exporter; null for none
     * @param offline true where nothing is sent
     */
    AfterRun(
            Run run,
            AuditSettings audit,
            List<Webhook> hooks,
            Path textfiles,
            boolean offline,
            Log log,
            Secrets secrets) {
        this.run = run;
        this.audit = audit;
        this.messengers = new Messengers(hooks, offline, log, secrets);
        this.textfiles = textfiles;
        this.log = log;
        this.secrets = secrets;
    }

    /** It has written its files. */
    void ended(Outcome outcome) {
        Metrics metrics = metrics();
        try {
            record(metrics, outcome);
        } finally {
            figures();
            messengers.tell(
                    metrics == null
                            ? stopped(outcome.reason())
                            : Alert.of(metrics, Who.here().job()));
        }
    }

    /** It did not come to its end; a second failure does not hide the first. */
    void stopped(String reason, Exception first) {
        try {
            record(metrics(), Outcome.stopped(reason));
        } catch (ProblemException second) {
            first.addSuppressed(second);
        } finally {
            figures();
            messengers.tell(stopped(reason));
        }
    }

    private Alert stopped(String reason) {
        return Alert.stopped(run.projectName(), run.goal(), reason, Who.here().job());
    }

    /** Null where the run left none. */
    private Metrics metrics() {
        try {
            return Files.exists(file()) ? MetricsReader.read(file()) : null;
        } catch (UnreadableMetricsException e) {
            log.warn(e.getMessage());
            return null;
        }
    }

    private Path file() {
        return run.output().resolve("metrics.json");
    }

    private void record(Metrics metrics, Outcome outcome) {
        if (audit.trail() == null) {
            return;
        }
        Operation operation = new Operation(
                run.goal(),
                audit.environment(),
                run.project(),
                "throw-away databases",
                startedAt.truncatedTo(ChronoUnit.MILLIS).toString(),
                (System.nanoTime() - start) / 1_000_000);
        AuditRecord record = metrics == null
                ? AuditOfRun.without(operation, run.versions(), audit.approval(), outcome)
                : new AuditOfRun(metrics, digest()).record(operation, audit.approval(), outcome);
        Seal end = audit.trail().append(record, secrets.mask());
        log.info("Audit trail: " + end + " in " + audit.trail().file());
    }

    private String digest() {
        try {
            return Digests.of(file());
        } catch (IOException e) {
            throw ProblemException.setup(
                    "The metrics document cannot be read", file().toString(), e.toString(), "Run the goal again", e);
        }
    }

    private void figures() {
        Path figures = run.output().resolve("metrics.prom");
        if (textfiles == null || !Files.exists(figures)) {
            return;
        }
        String project = run.project().substring(0, run.project().lastIndexOf(':'));
        try {
            new TextfileCollector(project, run.goal()).write(figures, textfiles, Instant.now());
        } catch (IOException e) {
            log.warn("No figures for the node exporter in " + textfiles + " (migration.textfileDirectory): " + e);
        }
    }
}
