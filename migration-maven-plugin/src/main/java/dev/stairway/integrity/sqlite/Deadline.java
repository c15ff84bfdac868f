package dev.stairway.integrity.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConnection;

/** Interrupts what runs on a connection for too long; the driver's own query timeout waits for locks alone. */
final class Deadline implements AutoCloseable {

    private static final int INSTRUCTIONS = 100_000;

    private final SQLiteConnection connection;

    private Deadline(SQLiteConnection connection) {
        this.connection = connection;
    }

    /** @param millis longest time from now on */
    static Deadline in(Connection connection, int millis) throws SQLException {
        SQLiteConnection sqlite = connection.unwrap(SQLiteConnection.class);
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        ProgressHandler.setHandler(sqlite, INSTRUCTIONS, new ProgressHandler() {
            @Override
            protected int progress() {
                return System.nanoTime() - end > 0 ? 1 : 0;
            }
        });
        return new Deadline(sqlite);
    }

    @Override
    public void close() throws SQLException {
        ProgressHandler.clearHandler(connection);
    }
}
