package dev.stairway.benchmark.lock;

import dev.stairway.benchmark.downtime.TwelveStatements;
import dev.stairway.database.Checkpoint;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.JdbcSession;
import dev.stairway.database.provider.EmbeddedOptions;
import dev.stairway.database.provider.EmbeddedProvider;
import dev.stairway.measure.lock.LockTrace;
import dev.stairway.measure.lock.StatementTrace;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The database that every statement finds as it was made. */
final class LockStage implements AutoCloseable {

    private final DatabaseServer server;
    private final JdbcDatabase database;
    private final Checkpoint made;

    private LockStage(DatabaseServer server, JdbcDatabase database, Checkpoint made) {
        this.server = server;
        this.database = database;
        this.made = made;
    }

    static LockStage open(LockSettings settings) throws SQLException {
        EmbeddedProvider provider = new EmbeddedProvider(
                (group, artifact, version) -> settings.binaries(), EmbeddedOptions.defaults(settings.rows()));
        DatabaseServer server = provider.start("postgresql", "18");
        try {
            JdbcDatabase database = (JdbcDatabase) server.fresh("lock");
            try (Connection connection = database.connect()) {
                TwelveStatements.prepare(connection, settings.rows());
            }
            return new LockStage(server, database, database.checkpoint());
        } catch (SQLException | RuntimeException failed) {
            server.close();
            throw failed;
        }
    }

    /** As it was made. */
    void restore() {
        database.restore(made);
    }

    Connection connect() throws SQLException {
        return database.connect();
    }

    /** Plays a step as an engine does, watched. */
    List<StatementTrace> traced(boolean inTransaction, TwelveStatements.Play play) throws SQLException {
        LockTrace trace = LockTrace.on(database).orElseThrow();
        try (JdbcSession session = database.newSession()) {
            session.begin();
            trace.start(session);
            play(session, inTransaction, play);
            return trace.stop(session);
        }
    }

    /** The same with nobody watching. */
    void untraced(boolean inTransaction, TwelveStatements.Play play) throws SQLException {
        try (JdbcSession session = database.newSession()) {
            session.begin();
            play(session, inTransaction, play);
        }
    }

    private static void play(JdbcSession session, boolean inTransaction, TwelveStatements.Play play)
            throws SQLException {
        session.connection().setAutoCommit(!inTransaction);
        play.on(session.connection());
        if (inTransaction) {
            session.connection().commit();
        }
        session.settle();
    }

    @Override
    public void close() {
        try (server) {
            made.close();
            database.close();
        }
    }
}
