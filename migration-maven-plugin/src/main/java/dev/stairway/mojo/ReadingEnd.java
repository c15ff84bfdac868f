package dev.stairway.mojo;

import dev.stairway.audit.AuditRecord;
import dev.stairway.audit.AuditRecord.Outcome;
import dev.stairway.audit.AuditRecord.State;
import dev.stairway.audit.Digests;
import dev.stairway.audit.Seal;
import dev.stairway.audit.Who;
import dev.stairway.problem.ProblemException;
import dev.stairway.secret.Secrets;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.maven.plugin.logging.Log;

/** The audit trail of a goal that only looks: one record for each database, once the goal's file is written. */
final class ReadingEnd {

    private final String goal;
    private final String project;
    private final AuditSettings audit;
    private final Map<String, String> versions;
    private final Log log;
    private final Secrets secrets;
    private final List<Seen> all = new ArrayList<>();
    private Instant startedAt = Instant.now();
    private long start = System.nanoTime();

    private record Seen(
            AuditRecord.Operation operation,
            Map<String, String> settings,
            Map<String, String> checks,
            Outcome outcome) {}

    /** @param project groupId:artifactId:version */
    ReadingEnd(
            String goal, String project, AuditSettings audit, Map<String, String> versions, Log log, Secrets secrets) {
        this.goal = goal;
        this.project = project;
        this.audit = audit;
        this.versions = versions;
        this.log = log;
        this.secrets = secrets;
    }

    /** Looks at the next database; where that does not come to its end, this is recorded as well. */
    <T> T looking(String database, Supplier<T> look) {
        startedAt = Instant.now();
        start = System.nanoTime();
        try {
            return look.get();
        } catch (RuntimeException end) {
            stopped(database, end);
            throw end;
        }
    }

    /** @param settings what was found, by name @param checks result of each */
    void seen(String database, Map<String, String> settings, Map<String, String> checks, Outcome outcome) {
        all.add(new Seen(operation(database), settings, checks, outcome));
    }

    /** @param file with all that was seen */
    void written(Path file) {
        if (audit.trail() == null) {
            return;
        }
        try {
            append(Map.of("report", Digests.of(file)));
        } catch (IOException e) {
            throw ProblemException.setup(
                    "The report cannot be read", file.toString(), e.toString(), "Check the disk", e);
        }
    }

    /** A second failure does not hide the first. */
    private void stopped(String database, RuntimeException first) {
        if (audit.trail() == null) {
            return;
        }
        seen(database, Map.of(), Map.of(), Outcome.stopped(AbstractOutputsMojo.reason(first)));
        try {
            append(Map.of());
        } catch (ProblemException second) {
            first.addSuppressed(second);
        }
    }

    private AuditRecord.Operation operation(String database) {
        return new AuditRecord.Operation(
                goal,
                audit.environment(),
                project,
                database,
                startedAt.truncatedTo(ChronoUnit.MILLIS).toString(),
                (System.nanoTime() - start) / 1_000_000);
    }

    private void append(Map<String, String> digests) {
        for (Seen one : all) {
            Seal end = audit.trail()
                    .append(
                            new AuditRecord(
                                    one.operation(),
                                    Who.here(),
                                    versions,
                                    digests,
                                    one.settings(),
                                    State.NONE,
                                    one.checks(),
                                    audit.approval(),
                                    one.outcome()),
                            secrets.mask());
            log.info("Audit trail: " + end + " in " + audit.trail().file());
        }
    }
}
