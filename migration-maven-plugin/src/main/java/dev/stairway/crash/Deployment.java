package dev.stairway.crash;

import dev.stairway.crash.Runner.Applied;
import dev.stairway.database.Database;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.Engine;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.Migration;
import dev.stairway.engine.RunLock;
import dev.stairway.engine.StepOutcome;
import dev.stairway.problem.ProblemException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Applies what is pending, as the start of an application does. */
public final class Deployment {

    /** What {@link Applied#result} says where the lock of a dead run was released. */
    public static final String RELEASED = "RELEASED";

    /** So long does one runner wait for another. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Engine engine;
    private final ChangelogSource source;
    private final Database database;
    private final Consumer<Applied> told;

    /** @param told is told of every migration, and why the run could not go on */
    public Deployment(Engine engine, ChangelogSource source, Database database, Consumer<Applied> told) {
        this.engine = engine;
        this.source = source;
        this.database = database;
        this.told = told;
    }

    /**
     * Ends at the first failure.
     *
     * @param only id of the one to apply; null for all
     * @param watch of each of them
     */
    public void run(String only, StepWatch watch) {
        try (EngineRun run = engine.open(source, database);
                RunLock lock = run.lock(PATIENCE)) {
            lock.released().ifPresent(sentence -> told.accept(new Applied("", RELEASED, sentence)));
            Step step = new Step(run, database);
            String stuck = step.stuck();
            if (!stuck.isEmpty()) {
                told.accept(new Applied("", StepOutcome.Result.FAILED.name(), stuck));
                return;
            }
            for (Migration migration : only == null ? step.pending() : named(run, only)) {
                StepOutcome outcome = step.up(migration, watch);
                told.accept(new Applied(migration.id(), outcome.result().name(), outcome.reason()));
                if (outcome.result() == StepOutcome.Result.FAILED) {
                    return;
                }
            }
        } catch (ProblemException problem) {
            told.accept(new Applied("", StepOutcome.Result.FAILED.name(), problem.getMessage()));
        } catch (SQLException | RuntimeException failed) {
            told.accept(new Applied("", StepOutcome.Result.FAILED.name(), String.valueOf(failed.getMessage())));
        }
    }

    private static List<Migration> named(EngineRun run, String id) {
        return run.migrations().stream().filter(m -> m.id().equals(id)).toList();
    }
}
