package dev.stairway.run;

import dev.stairway.engine.Migration;
import dev.stairway.matrix.Scenario;
import java.sql.SQLException;
import java.util.List;

/**
 * Brings a database to the first migration of a {@link Segment}. Another segment walks these migrations, so they are applied
 * without a look at each; the state is read once at the end.
 */
final class Approach {

    private final Bench bench;
    private final History history;
    private final Scenario scenario;
    private final StepWalk walk;

    /** @param walk for the migrations that need a closer look; its findings are those of the other segment */
    Approach(Bench bench, History history, Scenario scenario, StepWalk walk) {
        this.bench = bench;
        this.history = history;
        this.scenario = scenario;
        this.walk = walk;
    }

    void apply(List<Migration> migrations) throws SQLException {
        if (migrations.isEmpty()) {
            return;
        }
        for (Migration migration : migrations) {
            if (scenario.rows() > 0) {
                // Which tables are to be filled is known from what each step changed.
                walk.walk(migration, true);
            } else {
                apply(migration);
            }
        }
        bench.readAll();
    }

    private void apply(Migration migration) throws SQLException {
        if (walk.leaveOut(migration).isPresent()) {
            return;
        }
        if (bench.apply(migration)) {
            history.applied(migration);
        } else {
            history.rebuild();
            walk.walk(migration, true);
        }
    }
}
