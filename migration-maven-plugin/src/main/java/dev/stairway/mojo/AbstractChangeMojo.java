package dev.stairway.mojo;

import dev.stairway.database.external.NamedTarget;
import dev.stairway.engine.Engine;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.operate.Environment;
import dev.stairway.operate.Operation;
import dev.stairway.operate.OperationOptions;
import dev.stairway.operate.OperationReport;
import dev.stairway.operate.OperationReport.Result;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals share that change real databases, or take what they hold. */
abstract class AbstractChangeMojo extends AbstractOperationMojo {

    /**
     * Says yes beforehand. Without it, somebody has to type it on the console.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.yes", defaultValue = "false")
    private boolean yes;

    /**
     * Where backups go, each in a directory named by its moment, below one for its database. Not below {@code target}, which
     * {@code mvn clean} removes.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.backupDirectory", defaultValue = "${user.home}/.stairway/backups")
    private File backupDirectory;

    /**
     * After how many days a backup is deleted, when a further one of the same database was taken; 0 for never.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.backupRetentionDays", defaultValue = "30")
    private int backupRetentionDays;

    /**
     * Who is told by HTTP when an operation fails: see <a href="../audit-and-alerts.html">Audit and alerts</a>.
     *
     * @since 0.1.0
     */
    @Parameter
    private List<WebhookParameter> webhooks;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession mavenSession;

    abstract String goal();

    /** What the goal wants besides; its defaults are those of the goals that have no such parameter. */
    abstract OperationOptions options(Environment where, OperationOptions.Safety safety);

    abstract OperationReport change(Operation operation);

    /** False for a goal that changes no database. */
    boolean needsEnvironment() {
        return true;
    }

    @Override
    final void operate(List<NamedTarget> named, OperatedChangelogs known)
            throws MojoExecutionException, MojoFailureException {
        Environment where =
                !needsEnvironment() && (environment() == null || environment().isBlank())
                        ? new Environment("")
                        : Environment.required(environment());
        OperationOptions options = options(where, safety());
        OperationEnd end = new OperationEnd(
                goal(),
                project(),
                output(),
                audit(),
                new Alerts(
                        new Webhooks(credentials(), base(), secrets(), getLog())
                                .of(webhooks == null ? List.of() : webhooks),
                        offline(),
                        getLog(),
                        secrets()),
                versions(),
                getLog(),
                secrets());
        TargetsSoFar sofar = new TargetsSoFar(named);
        for (NamedTarget target : named) {
            try {
                sofar.done(one(target, known, options, end, sofar).name());
            } catch (RuntimeException stopped) {
                if (named.size() > 1) {
                    getLog().error(goal() + " stops at " + target.place() + sofar.text());
                }
                throw stopped;
            }
        }
    }

    private OperationOptions.Safety safety() {
        if (backupRetentionDays < 0) {
            throw CheckedSettings.refused(
                    "backupRetentionDays", Integer.toString(backupRetentionDays), "Use 0 or more");
        }
        return new OperationOptions.Safety(
                true, backupDirectory.toPath().toAbsolutePath().normalize(), backupRetentionDays, 0);
    }

    private Result one(
            NamedTarget target,
            OperatedChangelogs known,
            OperationOptions options,
            OperationEnd end,
            TargetsSoFar sofar)
            throws MojoExecutionException, MojoFailureException {
        NamedChangelog changelog = known.required(target.product());
        Engine engine = known.engine(changelog);
        getLog().info(goal() + " of " + target.place() + " by " + changelog.id() + " (" + engine.name() + " "
                + engine.library(changelog.source()) + ")");
        Operation operation = new Operation(
                target,
                engine,
                changelog.source(),
                options,
                ConsoleConfirmation.of(yes, mavenSession.getRequest().isInteractiveMode(), getLog()),
                known.loader(),
                Clock.systemUTC(),
                getLog()::info);
        end.begins();
        OperationReport report;
        try {
            report = change(operation);
        } catch (RuntimeException unexpected) {
            end.stopped(target.place(), unexpected);
            throw unexpected;
        }
        Path file = end.ended(report, changelog, engine, options.environment().name());
        finish(report, file, sofar.text());
        return report.result();
    }

    private void finish(OperationReport report, Path file, String others)
            throws MojoExecutionException, MojoFailureException {
        report.notes().forEach(getLog()::warn);
        report.sql().forEach(getLog()::info);
        if (report.fine()) {
            getLog().info(goal() + " of " + report.database() + ": " + report.result() + ", revision "
                    + (report.revisionAfter().isEmpty() ? "none" : report.revisionAfter())
                    + (report.backup().isEmpty() ? "" : ", backup " + report.backup()) + ". Report: " + file);
            return;
        }
        String text = goal() + " of " + report.database() + ": " + report.result() + ". " + report.text()
                + "\n  Report: " + file + others;
        if (report.result() == Result.REFUSED) {
            throw new MojoExecutionException(text);
        }
        throw new MojoFailureException(text);
    }

    static Duration seconds(String name, int value) {
        if (value < 1 || value > 86_400) {
            throw CheckedSettings.refused(name, Integer.toString(value), "Use 1 to 86400, in seconds");
        }
        return Duration.ofSeconds(value);
    }
}
