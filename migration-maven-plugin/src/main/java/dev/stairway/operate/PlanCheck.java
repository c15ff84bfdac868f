package dev.stairway.operate;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.provider.OperatedServer;
import dev.stairway.measure.plan.NamedPlans;
import dev.stairway.measure.plan.Replanning;
import dev.stairway.operate.health.Check;
import dev.stairway.problem.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Whether the queries of the application can still be planned, and about as well as before. Reads only. */
final class PlanCheck {

    /** As many as a sentence bears; the notes of the report have all. */
    private static final int TOLD = 5;

    private final Operation operation;
    private final NamedPlans plans;

    private PlanCheck(Operation operation, NamedPlans plans) {
        this.operation = operation;
        this.plans = plans;
    }

    /**
     * Empty where there is nothing to look at.
     *
     * @throws ProblemException when a file holds what is no query
     */
    static Optional<PlanCheck> of(Operation operation) {
        OperationOptions options = operation.options();
        return options.skipValidation()
                ? Optional.empty()
                : NamedPlans.of(operation.target().product(), options.plans().queries())
                        .map(plans -> new PlanCheck(operation, plans));
    }

    private interface Look<T> {
        T at(Connection connection) throws SQLException;
    }

    void before() {
        with(connection -> {
            plans.before(connection);
            return null;
        });
    }

    /** @param journal gets a note of everything that is not as it was */
    Check after(Journal journal) {
        Replanning seen = with(connection ->
                plans.after(connection, operation.options().plans().factor()));
        seen.lines().forEach(line -> journal.note("Query " + line));
        if (seen.lines().isEmpty()) {
            return new Check(
                    "plans", Check.Verdict.OK, seen.queries() + " queries can be planned, none worse than before", "");
        }
        return seen.broken().isEmpty()
                ? new Check(
                        "plans",
                        Check.Verdict.WARNING,
                        told(seen.lines()),
                        "Compare them with mvn migration:perf; statistics may only be older than the migration (ANALYZE)")
                : new Check(
                        "plans",
                        Check.Verdict.FAILED,
                        told(seen.broken()),
                        "Correct the migration, or the files of <queries> where the application does not send them any more");
    }

    private static String told(List<String> lines) {
        String first = String.join("; ", lines.subList(0, Math.min(TOLD, lines.size())));
        return lines.size() > TOLD ? first + "; and " + (lines.size() - TOLD) + " more" : first;
    }

    private <T> T with(Look<T> look) {
        try (OperatedServer server = operation.asking();
                Connection connection = ((JdbcDatabase) server.database()).connect()) {
            return look.at(connection);
        } catch (SQLException e) {
            throw ProblemException.setup(
                    "The queries of the application cannot be planned",
                    operation.target().place(),
                    String.valueOf(e.getMessage()),
                    "Look whether the server runs and lets this user in; -Dmigration.maxPlanCostFactor=0 leaves queries out",
                    e);
        }
    }
}
