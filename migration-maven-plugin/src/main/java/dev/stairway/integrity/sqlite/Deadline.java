package dev.stairway.integrity.sqlite;

import dev.stairway.database.sqlite.SqliteCalls;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/** Interrupts what runs on a connection for too long; the driver's own query timeout waits for locks alone. */
final class Deadline implements AutoCloseable {

    private static final int INSTRUCTIONS = 100_000;

    private final SqliteCalls.Interrupting interrupting;

    private Deadline(SqliteCalls.Interrupting interrupting) {
        this.interrupting = interrupting;
    }

    /** @param millis longest time from now on */
    static Deadline in(Connection connection, int millis) throws SQLException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        return new Deadline(
                SqliteCalls.of(connection).interrupt(connection, INSTRUCTIONS, () -> System.nanoTime() - end > 0));
    }

    @Override
    public void close() throws SQLException {
        interrupting.close();
    }
}
