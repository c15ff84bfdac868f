package dev.stairway.engine.script;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.engine.RunLock;
import dev.stairway.problem.ProblemException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Advisory locks of PostgreSQL, held by a session of their own: nothing of them is left when their owner or the server dies.
 * https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS
 */
public final class AdvisoryLock implements RunLock {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Connection connection;

    private AdvisoryLock(Connection connection) {
        this.connection = connection;
    }

    /** The numbers of the locks that somebody takes, in the order in which he takes them. */
    @FunctionalInterface
    public interface Numbers {
        /** @param connection to the database, which may be asked for names */
        long[] of(Connection connection) throws SQLException;
    }

    /**
     * @param tool whose lock it is, for messages
     * @param patience how long to wait for another holder
     * @throws ProblemException when somebody else held it all the time
     */
    public static AdvisoryLock take(JdbcDatabase database, String tool, Numbers numbers, Duration patience) {
        Connection connection = null;
        try {
            connection = database.connect();
            long deadline = System.nanoTime() + patience.toNanos();
            for (long number : numbers.of(connection)) {
                take(connection, tool, number, deadline);
            }
            AdvisoryLock lock = new AdvisoryLock(connection);
            connection = null;
            return lock;
        } catch (SQLException failed) {
            throw ProblemException.setup(
                    "The lock of " + tool + " cannot be taken",
                    database.id().toString(),
                    Failures.lines(String.valueOf(failed.getMessage())),
                    "Check that the database can be reached.",
                    failed);
        } finally {
            closeQuietly(connection);
        }
    }

    /** Asks again and again: one statement that waits would have a snapshot for which CREATE INDEX CONCURRENTLY waits. */
    private static void take(Connection connection, String tool, long number, long deadline) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT pg_catalog.pg_try_advisory_lock(?)")) {
            query.setLong(1, number);
            while (!taken(query)) {
                if (System.nanoTime() > deadline) {
                    throw ProblemException.setup(
                            "Another run holds the lock of " + tool,
                            "advisory lock " + number,
                            "",
                            "Wait for its end; its session is in pg_locks, where locktype is 'advisory'.",
                            null);
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private static boolean taken(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** Whoever held it before has given it back, alive or dead. */
    @Override
    public Optional<String> released() {
        return Optional.empty();
    }

    /** The server gives it back with the session. */
    @Override
    public void close() {
        closeQuietly(connection);
    }

    private static void closeQuietly(Connection connection) {
        if (connection == null) {
            return;
        }
        try {
            connection.close();
        } catch (SQLException alreadyBroken) {
            // Nobody will use it again.
            return;
        }
    }
}
