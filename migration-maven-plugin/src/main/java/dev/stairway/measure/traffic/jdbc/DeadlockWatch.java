package dev.stairway.measure.traffic.jdbc;

import dev.stairway.measure.traffic.Clients;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.PGConnection;

/**
 * Makes the client give way where it and the step wait for each other.
 *
 * <p>PostgreSQL ends whoever notices the deadlock, which is the one that began to wait last: for a step that updates a table
 * and then alters it, the step (https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-DEADLOCKS). It looks for
 * one after it has waited for a second, unless the server was told otherwise; here it is found before.
 */
final class DeadlockWatch implements Runnable, Clients.Ending {

    /** A client that is kept waiting for longer may be in a deadlock. */
    private static final long SUSPICIOUS = 150_000_000;

    private static final long PAUSE = 100_000_000;
    private static final long PATIENCE_MILLIS = 1000;

    private static final String IN_DEADLOCK = """
            SELECT w.pid FROM unnest(?) w(pid)
             WHERE EXISTS (SELECT FROM unnest(pg_blocking_pids(w.pid)) b(pid) WHERE w.pid = ANY (pg_blocking_pids(b.pid)))
            """;

    private final Line line;
    private final List<JdbcProbe> probes;
    private final Thread thread = new Thread(this, "traffic-deadlock-watch");
    private volatile boolean ended;

    private DeadlockWatch(Line line, List<JdbcProbe> probes) {
        this.line = line;
        this.probes = probes;
        thread.setDaemon(true);
    }

    /** @param line its own; closed with it */
    static DeadlockWatch over(Line line, List<JdbcProbe> probes) {
        DeadlockWatch watch = new DeadlockWatch(line, probes);
        watch.thread.start();
        return watch;
    }

    @Override
    public void run() {
        try (line;
                PreparedStatement look = line.connection().prepareStatement(IN_DEADLOCK)) {
            while (!ended) {
                look(look);
                LockSupport.parkNanos(this, PAUSE);
            }
        } catch (SQLException gone) {
            // The server ended the connection; the clients' own end likewise, and no deadlock can last.
            return;
        }
    }

    private void look(PreparedStatement look) throws SQLException {
        Map<Integer, JdbcProbe> waiting = new HashMap<>();
        for (JdbcProbe probe : probes) {
            if (probe.waits(SUSPICIOUS)) {
                waiting.put(process(probe.line().connection()), probe);
            }
        }
        if (!waiting.isEmpty()) {
            Array processes =
                    line.connection().createArrayOf("int4", waiting.keySet().toArray());
            look.setArray(1, processes);
            try (ResultSet found = look.executeQuery()) {
                while (found.next()) {
                    waiting.get(found.getInt(1)).giveWay();
                }
            }
        }
    }

    private static int process(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getBackendPID();
    }

    @Override
    public void close() {
        ended = true;
        LockSupport.unpark(thread);
        try {
            thread.join(PATIENCE_MILLIS);
            if (thread.isAlive()) {
                line.connection().abort(Runnable::run);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (SQLException gone) {
            // The thread has ended meanwhile, or is about to.
            return;
        }
    }
}
