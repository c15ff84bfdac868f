package dev.stairway.fault.sqlite;

import dev.stairway.database.Database;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.fault.Injection;
import dev.stairway.fault.WatchedSessions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Somebody else writes, and one at a time can. https://www.sqlite.org/lang_transaction.html#immediate */
final class BusyInjection implements Injection {

    private static final List<String> IMPATIENT = List.of("PRAGMA busy_timeout = 300");

    /** As our connections have it. */
    private static final List<String> USUAL = List.of("PRAGMA busy_timeout = 10000");

    private final JdbcDatabase straight;
    private final WatchedSessions database;
    private final AtomicReference<Connection> writer = new AtomicReference<>();

    BusyInjection(JdbcDatabase database) {
        this.straight = database;
        this.database = new WatchedSessions(database);
    }

    @Override
    public Database database() {
        return database;
    }

    @Override
    public void strike() throws SQLException {
        database.execute(IMPATIENT);
        Connection connection = straight.connect();
        writer.set(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
        }
    }

    @Override
    public void giveUp() {
        try {
            leave();
        } catch (SQLException alreadyGone) {
            // With the connection its lock is gone.
            return;
        }
    }

    @Override
    public void close() throws SQLException {
        leave();
        database.execute(USUAL);
    }

    private void leave() throws SQLException {
        Connection connection = writer.getAndSet(null);
        if (connection != null) {
            connection.close();
        }
    }
}
