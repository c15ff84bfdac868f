package dev.stairway.measure.traffic.jdbc;

import dev.stairway.database.JdbcSession;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/**
 * Keeps the writer of an SQLite file from holding its lock in the moment in which a statement of the step asks for it: a step
 * that has read before would not wait, but fail. See {@link SqliteDialect}.
 */
final class WriteGate implements JdbcSession.Observer {

    /** A statement asks for the lock as soon as it starts. Less than what counts as a blocked call. */
    static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(3);

    private static final Pattern READS =
            Pattern.compile("\\s*(?:SELECT|PRAGMA|EXPLAIN)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private long closedUntil = System.nanoTime();

    /** What takes the lock and gives it back. */
    @FunctionalInterface
    interface Call {
        void run() throws SQLException;
    }

    /** Waits for the writer's call that is under way. */
    @Override
    public synchronized void beforeStatement(Connection raw, String sql) {
        if (!READS.matcher(sql).matches()) {
            closedUntil = System.nanoTime() + GRACE_NANOS;
        }
    }

    /** Runs a call of the writer when nothing of the step is about to ask. */
    void pass(Call call) throws SQLException {
        for (long left = run(call); left > 0; left = run(call)) {
            LockSupport.parkNanos(this, left);
        }
    }

    /** Returns for how long the gate is closed still; when it is not, the call has run. */
    private synchronized long run(Call call) throws SQLException {
        long left = closedUntil - System.nanoTime();
        if (left <= 0) {
            call.run();
        }
        return left;
    }
}
