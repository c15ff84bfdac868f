package dev.stairway.measure.traffic.jdbc;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.measure.traffic.Outcome;
import dev.stairway.measure.traffic.Probe;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A client with a connection that it opens anew when it was lost. */
abstract class JdbcProbe implements Probe {

    /** Until a client asks again for a lock for which the product has no queue. */
    private static final long PAUSE_NANOS = 2_000_000;

    private static final long IDLE = Long.MIN_VALUE;

    private final JdbcDatabase database;
    private final Dialect dialect;
    private final long patience;
    private volatile Line line;
    private volatile boolean ended;
    private volatile long since = IDLE;
    private volatile boolean gaveWay;
    private volatile boolean stale;

    /** Does something on a connection. */
    @FunctionalInterface
    private interface Asking {
        void ask(Line line) throws SQLException;
    }

    /** @param patience after which a call is given up that is kept waiting */
    JdbcProbe(JdbcDatabase database, Dialect dialect, Duration patience, Line line) {
        this.database = database;
        this.dialect = dialect;
        this.patience = patience.toNanos();
        this.line = line;
    }

    final Dialect dialect() {
        return dialect;
    }

    abstract void call(Line connected) throws SQLException;

    /** After a failure: looks at the database anew. */
    abstract void learn(Line connected) throws SQLException;

    /** False when there is nothing left to ask. */
    abstract boolean able();

    @Override
    public final Outcome call() {
        gaveWay = false;
        since = System.nanoTime();
        try {
            patiently(this::once);
            return able() ? Outcome.ANSWERED : Outcome.ANSWERED.andLast();
        } catch (SQLException failure) {
            Outcome outcome = outcome(failure);
            since = IDLE;
            return !ended && goesOn(failure) ? outcome : outcome.andLast();
        } finally {
            since = IDLE;
        }
    }

    private void once(Line connected) throws SQLException {
        if (stale) {
            learn(connected);
            stale = false;
        }
        if (able()) {
            call(connected);
        }
    }

    private Outcome outcome(SQLException failure) {
        if (gaveWay) {
            gaveWay = false;
            return new Outcome("gave way in a deadlock with the migration", true, false, false);
        }
        return new Outcome(dialect.text(failure), dialect.deadlock(failure), dialect.gaveUp(failure), false);
    }

    private void patiently(Asking asking) throws SQLException {
        long deadline = System.nanoTime() + patience;
        while (true) {
            try {
                asking.ask(line);
                return;
            } catch (SQLException failure) {
                if (ended || !dialect.busy(failure) || System.nanoTime() > deadline) {
                    throw failure;
                }
                dialect.recover(line.connection());
                LockSupport.parkNanos(this, PAUSE_NANOS);
            }
        }
    }

    // A failure of this is not told: the one before was, and the client ends.
    private boolean goesOn(SQLException failure) {
        try {
            if (dialect.lost(failure)) {
                line.close();
                line = Line.open(database, dialect);
            } else {
                dialect.recover(line.connection());
            }
            if (!dialect.gaveUp(failure)) {
                relearn();
            }
            return stale || able();
        } catch (SQLException useless) {
            return false;
        }
    }

    /** Where that would wait, the next call does it. */
    private void relearn() throws SQLException {
        stale = true;
        try {
            patiently(this::learn);
            stale = false;
        } catch (SQLException failure) {
            if (!dialect.gaveUp(failure)) {
                throw failure;
            }
            dialect.recover(line.connection());
        }
    }

    /** True when the call under way has lasted that long. */
    final boolean waits(long nanos) {
        long start = since;
        return start != IDLE && System.nanoTime() - start > nanos;
    }

    /** The connection at the moment. */
    final Line line() {
        return line;
    }

    /** Ends the call under way, which is in a deadlock with the step. From another thread. */
    final void giveWay() {
        gaveWay = true;
        interrupt();
    }

    @Override
    public final void cancel() {
        ended = true;
        interrupt();
    }

    private void interrupt() {
        try {
            line.cancel();
        } catch (SQLException unreachable) {
            // Then its connection is broken, which is what follows for a call that does not end.
            return;
        }
    }

    @Override
    public final void abandon() {
        ended = true;
        try {
            dialect.abandon(line.connection());
        } catch (SQLException gone) {
            // The call under way has ended with it.
            return;
        }
    }

    @Override
    public final void close() {
        try {
            line.close();
        } catch (SQLException gone) {
            // Nobody will use it again.
            return;
        }
    }
}
