package dev.stairway.run;

import dev.stairway.database.Work.Statement;
import dev.stairway.finding.Rule;
import dev.stairway.matrix.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A migration that took longer than it may, with the statement that took longest. */
record SlowStep(long millis, long limit, String parameter, List<Statement> statements) {

    /** Empty when it was quick enough, or there is no limit. */
    static Optional<SlowStep> of(Move up, String product, Scenario scenario, TimeLimits limits) {
        OptionalLong limit = limits.millis(product, scenario.large());
        long millis = up.timing().wallNanos() / 1_000_000;
        if (limit.isEmpty() || millis <= limit.getAsLong()) {
            return Optional.empty();
        }
        return Optional.of(new SlowStep(
                millis,
                limit.getAsLong(),
                TimeLimits.parameter(scenario.large()),
                up.timing().work().statements()));
    }

    void tell(StepNotes notes) {
        List<String> evidence = new ArrayList<>();
        evidence.add(millis + " ms > " + limit + " ms (" + parameter + ")");
        statements.stream()
                .max(Comparator.comparingLong(Statement::nanos))
                .ifPresent(slowest -> evidence.add("of which " + slowest.nanos() / 1_000_000 + " ms in SQL: "
                        + slowest.sql().strip()));
        notes.find(
                Rule.MIGRATION_TOO_SLOW,
                "It takes " + millis + " ms, the limit is " + limit + " ms",
                evidence,
                "Make it faster (work in batches, add an index first, avoid rewriting the table), or raise the limit");
    }
}
