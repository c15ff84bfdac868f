package dev.stairway.database.generic;

import dev.stairway.database.Checkpoint;
import dev.stairway.database.DatabaseId;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.JdbcSession;
import dev.stairway.database.jdbc.DriverAdvice;
import dev.stairway.database.jdbc.HeldSession;
import dev.stairway.problem.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** A database of any product. Every session has a connection of its own: no other reset is known to all drivers. */
public final class GenericDatabase implements JdbcDatabase {

    private final DatabaseId id;
    private final Home home;
    private final DriverAdvice advice;
    private boolean sessionOpen;

    public GenericDatabase(DatabaseId id, Home home, DriverAdvice advice) {
        this.id = id;
        this.home = home;
        this.advice = advice;
    }

    @Override
    public DatabaseId id() {
        return id;
    }

    @Override
    public String url() {
        return home.url();
    }

    @Override
    public Optional<String> onlySchema() {
        return home.onlySchema();
    }

    @Override
    public Connection connect() throws SQLException {
        return home.connect();
    }

    @Override
    public JdbcSession newSession() {
        requireNoSession();
        try {
            Connection connection = home.connect();
            sessionOpen = true;
            return new HeldSession(connection, advice, reusable -> release(connection));
        } catch (SQLException e) {
            throw ProblemException.setup(
                    "No session can be opened",
                    url(),
                    String.valueOf(e.getMessage()),
                    "Check whether a migration stopped the server or used up its connections",
                    e);
        }
    }

    private void release(Connection connection) {
        sessionOpen = false;
        try {
            connection.close();
        } catch (SQLException gone) {
            // The server ended it before, which is what this wanted.
            return;
        }
    }

    @Override
    public Checkpoint checkpoint() {
        requireNoSession();
        try {
            return home.keep();
        } catch (SQLException e) {
            throw failed("kept", e);
        }
    }

    @Override
    public void restore(Checkpoint checkpoint) {
        requireNoSession();
        try {
            home.restore(checkpoint);
        } catch (SQLException e) {
            throw failed("put back", e);
        }
    }

    /** A copy is made anew, object by object or file by file; a small step takes less. */
    @Override
    public boolean cheapCheckpoints() {
        return false;
    }

    @Override
    public void close() {
        try {
            home.drop();
        } catch (SQLException e) {
            throw failed("removed", e);
        }
    }

    private void requireNoSession() {
        if (sessionOpen) {
            throw new IllegalStateException("A session is still open");
        }
    }

    private ProblemException failed(String verb, SQLException cause) {
        return ProblemException.setup(
                "The state of the database cannot be " + verb,
                id + " at " + url(),
                String.valueOf(cause.getMessage()),
                "Check that the server still answers and that its user may create and drop what migrations create",
                cause);
    }
}
