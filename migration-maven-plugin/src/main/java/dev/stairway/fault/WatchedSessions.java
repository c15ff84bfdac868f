package dev.stairway.fault;

import dev.stairway.database.Checkpoint;
import dev.stairway.database.DatabaseId;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.JdbcSession;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** A database whose last session can be given settings from outside. */
public final class WatchedSessions implements JdbcDatabase {

    private final JdbcDatabase database;
    private Connection last;

    public WatchedSessions(JdbcDatabase database) {
        this.database = database;
    }

    @Override
    public JdbcSession newSession() {
        JdbcSession session = database.newSession();
        last = session.raw();
        return session;
    }

    /** Executes in the last session, past whatever is recorded; nothing where it has gone. */
    public void execute(List<String> statements) throws SQLException {
        if (last == null || last.isClosed()) {
            return;
        }
        try (Statement statement = last.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Connection of the last session; empty where there was none, or it has gone. */
    public Optional<Connection> last() throws SQLException {
        return last == null || last.isClosed() ? Optional.empty() : Optional.of(last);
    }

    @Override
    public Connection connect() throws SQLException {
        return database.connect();
    }

    @Override
    public Optional<Connection> beside() throws SQLException {
        return database.beside();
    }

    @Override
    public Optional<String> onlySchema() {
        return database.onlySchema();
    }

    @Override
    public String url() {
        return database.url();
    }

    @Override
    public DatabaseId id() {
        return database.id();
    }

    @Override
    public Checkpoint checkpoint() {
        return database.checkpoint();
    }

    @Override
    public void restore(Checkpoint checkpoint) {
        database.restore(checkpoint);
    }

    @Override
    public boolean cheapCheckpoints() {
        return database.cheapCheckpoints();
    }

    /** The database stays. */
    @Override
    public void close() {}
}
