package dev.stairway.operate;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.Session;
import dev.stairway.database.provider.OperatedServer;
import dev.stairway.engine.EngineRun;
import dev.stairway.problem.ProblemException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * Keeps other runs away: by the engine's own lock where it has one in a table, and on PostgreSQL by an advisory lock as well,
 * which serves engines that have none. Both are there only while this is open; the second ends with the connection.
 */
final class EngineLock implements AutoCloseable {

    private static final String TRY = "SELECT pg_catalog.pg_try_advisory_lock(1398034779, 1970301)";

    private final EngineRun run;
    private final OperatedServer server;
    private final Connection beside;

    private EngineLock(EngineRun run, OperatedServer server, Connection beside) {
        this.run = run;
        this.server = server;
        this.beside = beside;
    }

    /** @throws ProblemException when somebody else has one of them */
    static EngineLock take(EngineRun run, OperatedServer server) {
        Connection beside = null;
        try {
            beside = advisory(server);
            Optional<String> owner = engine(run, server);
            if (owner.isPresent()) {
                throw held(server, owner.get());
            }
            return new EngineLock(run, server, beside);
        } catch (SQLException e) {
            close(beside);
            throw ProblemException.setup(
                    "The lock of the engine cannot be taken", server.place(), e.getMessage(), "Try again", e);
        } catch (RuntimeException e) {
            close(beside);
            throw e;
        }
    }

    private static Connection advisory(OperatedServer server) throws SQLException {
        if (!server.id().product().equals("postgresql")) {
            return null;
        }
        Connection connection = ((JdbcDatabase) server.database()).connect();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(TRY)) {
            row.next();
            if (!row.getBoolean(1)) {
                throw held(server, "another run of this plugin");
            }
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static Optional<String> engine(EngineRun run, OperatedServer server) throws SQLException {
        try (Session session = server.database().newSession()) {
            session.begin();
            Optional<String> owner = run.lock(session);
            session.settle();
            return owner;
        }
    }

    private static ProblemException held(OperatedServer server, String owner) {
        return ProblemException.setup(
                "Another run has the lock of this database, and no migration was run",
                server.place(),
                owner,
                "Wait for it, and start again. If it was killed, free its lock: mvn migration:health says how",
                null);
    }

    /** What the history says, which nobody else changes as long as this is open. */
    Status status() {
        return StatusReader.read(run, server);
    }

    @Override
    public void close() {
        try (Session session = server.database().newSession()) {
            session.begin();
            run.unlock(session);
            session.settle();
        } catch (SQLException e) {
            throw ProblemException.setup(
                    "The lock of the engine cannot be given back",
                    server.place(),
                    String.valueOf(e.getMessage()),
                    "mvn migration:health says how to free it",
                    e);
        } finally {
            close(beside);
        }
    }

    private static void close(Connection connection) {
        if (connection == null) {
            return;
        }
        try {
            connection.close();
        } catch (SQLException alreadyBroken) {
            // The server frees the lock of a connection that is gone.
            return;
        }
    }
}
