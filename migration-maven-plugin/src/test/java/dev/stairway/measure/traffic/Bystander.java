package dev.stairway.measure.traffic;

import dev.stairway.database.JdbcDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A second connection of a test: prepares data and sees who waits for whom. */
final class Bystander implements AutoCloseable {

    private static final long DEADLINE = Duration.ofSeconds(60).toNanos();

    private final Connection connection;

    Bystander(JdbcDatabase database) throws SQLException {
        connection = database.connect();
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    String ask(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Waits until someone waits for a lock of this mode on a table. */
    void awaitWaiting(String mode, String table) throws SQLException {
        await("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND mode = '" + mode + "' AND relation = '" + table
                + "'::regclass)");
    }

    /** Waits until a query says so. */
    void await(String condition) throws SQLException {
        long deadline = System.nanoTime() + DEADLINE;
        while (!ask(condition).equals("t")) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("never: " + condition);
            }
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
