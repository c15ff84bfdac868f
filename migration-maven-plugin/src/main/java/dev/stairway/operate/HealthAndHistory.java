package dev.stairway.operate;

import dev.stairway.database.external.NamedTarget;
import dev.stairway.database.external.SessionLimits;
import dev.stairway.database.provider.OperatedServer;
import dev.stairway.operate.health.Check;
import dev.stairway.operate.health.Health;
import dev.stairway.operate.health.HealthCheck;
import dev.stairway.operate.health.HealthLimits;
import dev.stairway.problem.ProblemException;
import java.time.Duration;
import java.util.List;

/** The health of a database with what its history says; a database that cannot be reached is an unhealthy one. */
public final class HealthAndHistory {

    private final NamedTarget target;
    private final Duration connect;
    private final ClassLoader drivers;
    private final HealthLimits limits;

    public HealthAndHistory(NamedTarget target, Duration connect, ClassLoader drivers, HealthLimits limits) {
        this.target = target;
        this.connect = connect;
        this.drivers = drivers;
        this.limits = limits;
    }

    /** @param history null where no changelog is known */
    public Health look(StatusReader history) {
        target.place();
        try (OperatedServer server = OperatedServer.open(target, SessionLimits.looking(connect), drivers)) {
            return new HealthCheck(server, limits).run().with(versionTable(server, history));
        } catch (ProblemException problem) {
            return new Health(List.of(new Check(
                    "connection",
                    Check.Verdict.FAILED,
                    problem.problem().what() + ": " + problem.problem().evidence(),
                    problem.problem().next())));
        }
    }

    /** @param history null where no changelog is known */
    static Check versionTable(OperatedServer server, StatusReader history) {
        if (history == null) {
            return new Check("version table", Check.Verdict.SKIPPED, "no changelog for it is known here", "");
        }
        try {
            return check(history.read(server));
        } catch (ProblemException problem) {
            return new Check(
                    "version table",
                    Check.Verdict.FAILED,
                    problem.problem().what() + ": " + problem.problem().evidence(),
                    problem.problem().next());
        }
    }

    /** What the history itself says against going on. */
    static Check check(Status status) {
        String seen = status.history()
                ? "at " + status.revisionText() + ", " + status.pending().size() + " pending"
                : "not there yet, " + status.pending().size() + " pending";
        if (!status.stuck().isEmpty()) {
            return new Check("version table", Check.Verdict.FAILED, status.stuck(), "Mend that first");
        }
        return status.unlike().isEmpty()
                ? new Check("version table", Check.Verdict.OK, seen, "")
                : new Check(
                        "version table",
                        Check.Verdict.FAILED,
                        seen + "; edited since they ran: " + String.join("; ", status.unlike()),
                        "Put the files back as they were, and write new migrations for the changes");
    }
}
