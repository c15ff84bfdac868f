package dev.stairway.crash;

import dev.stairway.database.Database;
import dev.stairway.database.JdbcSession;
import dev.stairway.database.Session;
import dev.stairway.database.Work;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.Interleaving;
import dev.stairway.engine.Migration;
import dev.stairway.engine.StepOutcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;

/** Applies one migration in a session of its own, under a watch. */
public final class Step {

    /** So few that a batched script makes several calls of a handful of keys. */
    private static final int BATCH = 5;

    private static final Pattern LOOKS = Pattern.compile("\\s*(?:select|show)\\b", Pattern.CASE_INSENSITIVE);

    private final EngineRun engine;
    private final Database database;

    public Step(EngineRun engine, Database database) {
        this.engine = engine;
        this.database = database;
    }

    /** What failed is taken back where that is possible; a server that has gone makes a failure, too. */
    public StepOutcome up(Migration migration, StepWatch watch) throws SQLException {
        if (migration.notApplicable().isPresent()) {
            return StepOutcome.skipped(migration.notApplicable().get());
        }
        try (Session session = database.newSession()) {
            session.begin();
            Counting counting = new Counting(watch);
            if (session instanceof JdbcSession jdbc) {
                jdbc.observe(counting);
            } else if (watch != StepWatch.NONE) {
                engine.interleave(new Interleaving(BATCH, counting::keys, counting::answeredCall));
            }
            StepOutcome outcome = engine.up(migration, session);
            if (outcome.result() == StepOutcome.Result.FAILED) {
                undo(session);
                return outcome;
            }
            counting.commit();
            return settled(session, outcome);
        } finally {
            engine.interleave(Interleaving.NONE);
        }
    }

    /** Records it as ran. */
    public void markRan(Migration migration) throws SQLException {
        try (Session session = database.newSession()) {
            session.begin();
            engine.markRan(migration, session);
            session.settle();
        }
    }

    /** What the engine would run now. */
    public List<Migration> pending() throws SQLException {
        try (Session session = database.newSession()) {
            session.begin();
            List<Migration> pending = engine.pending(session);
            session.settle();
            return pending;
        }
    }

    /** Why the engine refuses to go on; empty where it would. */
    String stuck() throws SQLException {
        try (Session session = database.newSession()) {
            session.begin();
            String stuck = engine.stuck(session).orElse("");
            session.settle();
            return stuck;
        }
    }

    /** Deferred constraints speak up only at commit. */
    private static StepOutcome settled(Session session, StepOutcome outcome) {
        try {
            session.settle();
            return outcome;
        } catch (SQLException deferred) {
            return StepOutcome.failed(deferred.getMessage(), "COMMIT");
        }
    }

    private static void undo(Session session) {
        try {
            if (!session.lost() && session.discardable()) {
                session.discard();
            }
        } catch (SQLException gone) {
            // The server takes it back by itself when it finds that nobody is there any more.
            return;
        }
    }

    /** Gives statements their numbers. */
    private static final class Counting implements JdbcSession.Observer {

        private final StepWatch watch;
        private int number;
        private long sent;

        Counting(StepWatch watch) {
            this.watch = watch;
        }

        @Override
        public void beforeStatement(Connection raw, String sql) {
            send(sql);
        }

        @Override
        public void afterStatement(Connection raw, Work.Statement statement, boolean bookkeeping) {
            watch.answered(number, statement.nanos());
            if (bookkeeping && LOOKS.matcher(statement.sql()).lookingAt()) {
                watch.looked(number);
            }
        }

        void keys(List<String> keys) {
            send(keys.isEmpty() ? "a call" : "a call about " + keys.get(0) + more(keys.size() - 1));
        }

        /** Between the call and the note of how far the script came. */
        void answeredCall() {
            watch.answered(number, System.nanoTime() - sent);
            send("the note of how far it came");
        }

        void commit() {
            send("COMMIT");
        }

        private void send(String text) {
            watch.before(++number, text);
            sent = System.nanoTime();
        }

        private static String more(int others) {
            return others == 0 ? "" : " and " + others + " more";
        }
    }
}
