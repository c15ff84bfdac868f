package dev.stairway.run;

import dev.stairway.engine.Migration;
import java.sql.SQLException;
import java.util.List;

/**
 * Brings a database to the first migration of a {@link Segment}. Another segment walks these migrations, so they are applied
 * without generated rows and without a look at each; the state is read once at the end.
 */
final class Approach {

    private final Bench bench;
    private final History history;
    private final StepWalk walk;

    /** @param walk for the migrations that fail; its findings are those of the other segment */
    Approach(Bench bench, History history, StepWalk walk) {
        this.bench = bench;
        this.history = history;
        this.walk = walk;
    }

    void apply(List<Migration> migrations) throws SQLException {
        if (migrations.isEmpty()) {
            return;
        }
        for (Migration migration : migrations) {
            apply(migration);
        }
        bench.readAll();
        history.checkpointBoth();
    }

    private void apply(Migration migration) throws SQLException {
        if (walk.leaveOut(migration).isPresent()) {
            return;
        }
        if (bench.unseen().apply(migration)) {
            history.applied(migration);
        } else {
            history.rebuild();
            walk.walk(migration, true);
        }
    }
}
