package dev.stairway.run;

import dev.stairway.database.Database;
import dev.stairway.database.Session;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.Migration;
import dev.stairway.engine.StepOutcome;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Plays migrations without a look at what they do, each in a session of its own. */
final class UnseenMoves {

    private final Database database;
    private final EngineRun engine;

    UnseenMoves(Database database, EngineRun engine) {
        this.database = database;
        this.engine = engine;
    }

    /** Records the migration as ran without running it. */
    void markRan(Migration migration) throws SQLException {
        try (Session session = database.newSession()) {
            session.begin();
            engine.markRan(migration, session);
            session.settle();
        }
    }

    /** Why the engine would refuse to go on. */
    Optional<String> stuck() throws SQLException {
        try (Session session = database.newSession()) {
            session.begin();
            return engine.stuck(session);
        }
    }

    /** What the history says otherwise than the changelog. */
    List<String> unlike() throws SQLException {
        try (Session session = database.newSession()) {
            session.begin();
            return engine.unlike(session);
        }
    }

    /** What the engine would run again now. */
    List<Migration> pending() throws SQLException {
        try (Session session = database.newSession()) {
            session.begin();
            return engine.pending(session);
        }
    }

    /**
     * Applies a migration without looking at what it does.
     *
     * @return false when it failed, which leaves the state unknown
     */
    boolean apply(Migration migration) throws SQLException {
        try (Session session = database.newSession()) {
            session.begin();
            if (engine.up(migration, session).result() == StepOutcome.Result.FAILED) {
                return false;
            }
            session.settle();
            return true;
        } catch (SQLException deferred) {
            // A deferred constraint: the commit itself failed. Walking the migration will tell.
            return false;
        }
    }

    /** Plays one way. */
    StepOutcome play(Direction direction, Migration migration) throws SQLException {
        try (Session session = database.newSession()) {
            session.begin();
            StepOutcome outcome = direction.play(engine, migration, session, 0);
            session.settle();
            return outcome;
        }
    }

    /** Applies a migration again that has been applied before; it is not expected to fail. */
    void replay(Migration migration) throws SQLException {
        try (Session session = database.newSession()) {
            session.begin();
            engine.up(migration, session);
            session.settle();
        }
    }
}
