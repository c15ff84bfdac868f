package dev.stairway.fault;

import dev.stairway.crash.Step;
import dev.stairway.crash.StepWatch;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.Migration;
import dev.stairway.engine.StepOutcome;
import dev.stairway.problem.ProblemException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A migration that was applied while something went wrong.
 *
 * @param told empty when it went through
 * @param ended false when it was stopped at the limit
 */
record Played(String told, long nanos, boolean ended) {

    /** @param statement before which it goes wrong, from 1 on */
    static Played of(EngineRun engine, Migration migration, Injection injection, int statement, Duration limit)
            throws SQLException {
        Strike strike = new Strike(injection, statement);
        FutureTask<StepOutcome> task =
                new FutureTask<>(() -> new Step(engine, injection.database()).up(migration, strike));
        long start = System.nanoTime();
        Relay.start(task, "stairway-fault");
        boolean ended = endsWithin(task, limit);
        if (!ended) {
            injection.giveUp();
            if (!endsWithin(task, limit)) {
                throw ProblemException.setup(
                        "A migration that met a fault cannot be stopped",
                        migration.id(),
                        "it goes on " + limit.toSeconds() + " s after the fault was taken away",
                        "Look for a statement that never ends; the other goals say more about it",
                        null);
            }
        }
        long nanos = System.nanoTime() - start;
        strike.requireStruck();
        return new Played(told(task), nanos, ended);
    }

    private static boolean endsWithin(FutureTask<StepOutcome> task, Duration limit) {
        try {
            task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (ExecutionException failed) {
            return true;
        } catch (TimeoutException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.setup(
                    "The drill was interrupted", "fault drill", "while a migration was applied", "Run it again", e);
        }
    }

    private static String told(FutureTask<StepOutcome> task) throws SQLException {
        try {
            StepOutcome outcome = task.get();
            return outcome.result() == StepOutcome.Result.EXECUTED ? "" : outcome.reason();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProblemException || e.getCause() instanceof SQLException) {
                return String.valueOf(e.getCause().getMessage());
            }
            throw new SQLException("The migration's own failure", e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException("It has ended", e);
        }
    }

    /** Begins the fault at its moment. */
    private static final class Strike implements StepWatch {

        private final Injection injection;
        private final int statement;
        private volatile SQLException notStruck;

        Strike(Injection injection, int statement) {
            this.injection = injection;
            this.statement = statement;
        }

        @Override
        public void before(int number, String text) {
            if (number == statement) {
                try {
                    injection.strike();
                } catch (SQLException e) {
                    // An engine would take it for a failure of the migration.
                    notStruck = e;
                }
            }
        }

        void requireStruck() throws SQLException {
            if (notStruck != null) {
                throw notStruck;
            }
        }
    }
}
