package dev.stairway.mojo;

import dev.stairway.alert.Webhook;
import dev.stairway.audit.AuditRecord.Outcome;
import dev.stairway.problem.ProblemException;
import dev.stairway.suite.Ending;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugins.annotations.Parameter;

/** Who is told how a run ended, besides its own files. */
abstract class AbstractOutputsMojo extends AbstractDataMojo {

    /**
     * <a href="../audit-and-alerts.html">Audit trail</a> that every run adds a record to, proved unchanged by goal {@code
     * verify-audit}. Default: none. Example: {@code .migration/audit.jsonl}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.auditFile")
    private File auditFile;

    /**
     * Name of where the run takes place, for the audit trail. Example: {@code staging}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.environment")
    private String environment;

    /**
     * Number of the change that the run belongs to, for the audit trail; never made up.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.ticket")
    private String ticket;

    /**
     * Who approved it, for the audit trail; never made up.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.approver")
    private String approver;

    /**
     * Who is told by HTTP when a run fails or exceeds a limit, in messages that Slack understands: see <a
     * href="../audit-and-alerts.html">Audit and alerts</a>. Never fails or holds up a build; nothing is sent with {@code -o}.
     *
     * @since 0.1.0
     */
    @Parameter
    private List<WebhookParameter> webhooks;

    /**
     * Directory of the textfile collector of Prometheus' node exporter, which gets the figures of every run as well. Must exist.
     * Default: none. Example: {@code /var/lib/node_exporter/textfile}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.textfileDirectory")
    private File textfileDirectory;

    private AuditSettings audit;

    /** Fails before the run where it could not be recorded, or where a webhook makes no sense. */
    final AfterRun afterRun(String goal, Path output, Map<String, String> versions) {
        AfterRun.Run run = new AfterRun.Run(
                goal,
                project().getGroupId() + ":" + project().getArtifactId() + ":"
                        + project().getVersion(),
                project().getName(),
                output,
                versions);
        Alerts alerts = alerts();
        try {
            audit = AuditSettings.of(auditFile, environment, ticket, approver);
        } catch (ProblemException unrecorded) {
            alerts.tell(AfterRun.refused(run, unrecorded.problem().what()));
            throw unrecorded;
        }
        Path textfiles = textfileDirectory == null ? null : textfileDirectory.toPath();
        return new AfterRun(run, audit, alerts, textfiles, getLog(), secrets());
    }

    private Alerts alerts() {
        Path base = project().getBasedir().toPath();
        List<Webhook> hooks = new Webhooks(credentials(), base, secrets(), getLog()).of(list(webhooks, List.of()));
        return new Alerts(hooks, offline(), getLog(), secrets());
    }

    /** Versions of a run, with where the audit trail ends before it, so that its document proves the trail later. */
    final Map<String, String> anchored(Map<String, String> versions) {
        if (audit != null && audit.trail() != null) {
            versions.put(AuditAnchor.NAME, audit.end().toString());
        }
        return versions;
    }

    /** @param ignored true when the build goes on all the same */
    static Outcome outcome(Ending ending, boolean ignored) {
        if (!ending.gateFailed()) {
            return Outcome.passed();
        }
        return new Outcome("FAILED", ending.summary(), ignored ? 0 : 1);
    }

    /** In one sentence and without evidence, which may quote rows. */
    static String reason(Throwable end) {
        if (end instanceof ProblemException problem) {
            return problem.problem().what();
        }
        return end instanceof InterruptedException
                ? "Interrupted"
                : "Unexpected: " + end.getClass().getSimpleName();
    }
}
