package dev.stairway.benchmark.redis;

import dev.stairway.database.Work;
import dev.stairway.database.redis.RedisDatabase;
import dev.stairway.database.redis.RedisSession;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.Migration;
import dev.stairway.engine.StepOutcome;
import dev.stairway.engine.redis.RedisEngine;
import java.util.function.BiFunction;

/** The same through our engine, with all that comes with it. Opened before the clock starts, once per changelog. */
final class OurMigration implements AutoCloseable {

    private final EngineRun run;
    private Work work;

    OurMigration(RedisDatabase database, Scripts scripts) {
        this.run = new RedisEngine().open(scripts.written(), database);
    }

    void up(RedisSession session) {
        step(run::up, session);
    }

    void down(RedisSession session) {
        step(run::down, session);
    }

    private void step(BiFunction<Migration, RedisSession, StepOutcome> step, RedisSession session) {
        session.begin();
        StepOutcome outcome = step.apply(run.migrations().get(0), session);
        if (outcome.result() != StepOutcome.Result.EXECUTED) {
            throw new IllegalStateException(outcome.toString());
        }
        work = session.work();
    }

    /** Keys in all calls of the script in the last step. */
    long keys() {
        return calls().sum();
    }

    /** Median of the keys per call in the last step. */
    int batch() {
        long[] sizes = calls().sorted().toArray();
        return (int) sizes[sizes.length / 2];
    }

    private java.util.stream.LongStream calls() {
        return work.statements().stream()
                .filter(statement -> statement.sql().startsWith("EVALSHA"))
                .mapToLong(Work.Statement::rows);
    }

    @Override
    public void close() {
        run.close();
    }
}
