package dev.stairway.mojo;

import dev.stairway.audit.AuditRecord.Outcome;
import dev.stairway.database.external.NamedTarget;
import dev.stairway.database.external.SessionLimits;
import dev.stairway.database.provider.OperatedServer;
import dev.stairway.engine.Engine;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.metrics.MetricsWriter;
import dev.stairway.mojo.OperationDocuments.StatusFile;
import dev.stairway.mojo.OperationDocuments.StatusOf;
import dev.stairway.operate.Status;
import dev.stairway.operate.StatusReader;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Tells of real databases how far they are: revision, history, pending migrations, and those that were edited since they ran.
 * Reads only, and creates no table of any engine.
 */
@Mojo(name = "status", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
public class StatusMojo extends AbstractOperationMojo {

    /** Skips this goal. */
    @Parameter(property = "migration.status.skip", defaultValue = "false")
    private boolean skipStatus;

    @Override
    boolean skipGoal() {
        return skipStatus;
    }

    @Override
    void operate(List<NamedTarget> named, OperatedChangelogs known) {
        ReadingEnd end = readingEnd("status");
        List<StatusOf> all = new ArrayList<>();
        for (NamedTarget target : named) {
            StatusOf status = end.looking(target.place(), () -> status(target, known));
            all.add(status);
            end.seen(
                    target.place(),
                    Map.of(
                            "revision",
                            status.revision(),
                            "pending",
                            Integer.toString(status.pending().size())),
                    Map.of(),
                    Outcome.passed());
        }
        Path file = output().resolve("status.json");
        MetricsWriter.write(
                new StatusFile(
                        OperationDocuments.VERSION,
                        Instant.now().truncatedTo(ChronoUnit.MILLIS).toString(),
                        all),
                file,
                secrets().mask());
        getLog().info("Status: " + file);
        end.written(file);
    }

    private StatusOf status(NamedTarget target, OperatedChangelogs known) {
        NamedChangelog changelog = known.required(target.product());
        Engine engine = known.engine(changelog);
        try (OperatedServer server = OperatedServer.open(target, SessionLimits.looking(connect()), known.loader())) {
            Status status = new StatusReader(engine, changelog.source()).read(server);
            getLog().info("Status of " + server.place() + " by " + changelog.id());
            status.lines().forEach(getLog()::info);
            return StatusOf.of(
                    server.place(), changelog.id(), engine.name() + " " + engine.library(changelog.source()), status);
        }
    }
}
