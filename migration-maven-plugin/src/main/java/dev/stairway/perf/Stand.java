package dev.stairway.perf;

import dev.stairway.data.FillProgress;
import dev.stairway.data.FillWish;
import dev.stairway.data.Filler;
import dev.stairway.database.Database;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.Room;
import dev.stairway.database.Session;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.Migration;
import dev.stairway.engine.StepOutcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** One database with the engine and the filler that work on it: plays single moves and takes their time. */
final class Stand {

    private final Database database;
    private final EngineRun engine;
    private final Filler filler;
    private final FillProgress progress;

    Stand(Database database, EngineRun engine, Filler filler, FillProgress progress) {
        this.database = database;
        this.engine = engine;
        this.filler = filler;
        this.progress = progress;
    }

    Database database() {
        return database;
    }

    List<Migration> migrations() {
        return engine.migrations();
    }

    /** Tops every table up, whatever the moves since the last filling did to them. */
    void fill(int rows) throws SQLException {
        if (rows > 0) {
            filler.forgetAll();
            filler.fill(FillWish.of(rows, engine.bookkeepingTables()), progress);
            // While it is connected, its work and that of a move may come into the server's books together.
            filler.release();
        }
    }

    /** Rows in all tables. */
    long rows() throws SQLException {
        return RowCount.of(database, engine.bookkeepingTables());
    }

    /** Rows of each table by its qualified name; none where the database has no tables. */
    Map<String, Long> rowsByTable() throws SQLException {
        return RowCount.byTable(database, engine.bookkeepingTables());
    }

    /** Qualified names of all tables; none where the database has no tables. */
    List<String> tables() throws SQLException {
        if (!(database instanceof JdbcDatabase jdbc)) {
            return List.of();
        }
        try (Connection connection = jdbc.connect()) {
            return TableName.of(jdbc, connection, engine.bookkeepingTables()).stream()
                    .map(TableName::qualified)
                    .toList();
        }
    }

    /** Size of the database in bytes; null where it is not known. */
    Long bytes() {
        return database.room().map(Room::usedBytes).orElse(null);
    }

    /** Records the migration as ran without running it. */
    void markRan(Migration migration) throws SQLException {
        try (Session session = database.newSession()) {
            session.begin();
            engine.markRan(migration, session);
            session.settle();
        }
    }

    /** Plays one way in a session of its own; the time is that of the engine's call and of the commit. */
    Played play(Way way, Migration migration, List<Onlooker> onlookers) throws SQLException {
        boolean ready = false;
        try {
            for (Onlooker onlooker : onlookers) {
                onlooker.before(migration, way);
            }
            ready = true;
        } finally {
            if (!ready) {
                onlookers.forEach(Onlooker::failed);
            }
        }
        Played played;
        try (Session session = database.newSession()) {
            played = watched(way, migration, session, onlookers);
        }
        if (played.executed()) {
            for (Onlooker onlooker : onlookers) {
                onlooker.after(migration, way);
            }
        }
        return played;
    }

    private Played watched(Way way, Migration migration, Session session, List<Onlooker> onlookers)
            throws SQLException {
        boolean well = false;
        try {
            Played played = play(way, migration, session, onlookers);
            well = played.executed();
            return played;
        } finally {
            if (!well) {
                onlookers.forEach(Onlooker::failed);
            }
        }
    }

    private Played play(Way way, Migration migration, Session session, List<Onlooker> onlookers) throws SQLException {
        session.begin();
        for (Onlooker onlooker : onlookers) {
            onlooker.begins(session);
        }
        long start = System.nanoTime();
        StepOutcome outcome = way.play(engine, migration, session);
        if (outcome.result() == StepOutcome.Result.FAILED) {
            return new Played(outcome, null, undone(session));
        }
        try {
            session.settle();
        } catch (SQLException deferred) {
            // Deferred constraints speak up only at commit; the server has rolled the whole transaction back.
            engine.pending(session);
            return new Played(StepOutcome.failed(deferred.getMessage(), "COMMIT"), null, true);
        }
        long nanos = System.nanoTime() - start;
        if (outcome.result() != StepOutcome.Result.EXECUTED) {
            return new Played(outcome, null, false);
        }
        Seen seen = new Seen(nanos);
        for (int last = onlookers.size() - 1; last >= 0; last--) {
            onlookers.get(last).ended(session, seen);
        }
        return new Played(outcome, seen, false);
    }

    /** Takes a failed move back where all of it sits in one open transaction. */
    private boolean undone(Session session) throws SQLException {
        if (session.lost() || !session.discardable()) {
            return false;
        }
        session.discard();
        engine.pending(session);
        return true;
    }
}
