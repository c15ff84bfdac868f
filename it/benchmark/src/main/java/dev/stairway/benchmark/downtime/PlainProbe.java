package dev.stairway.benchmark.downtime;

import dev.stairway.database.JdbcDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** Runs one statement for a random row, waits two milliseconds, runs it again; remembers the longest. Knows nothing of ours. */
final class PlainProbe implements AutoCloseable {

    private static final long PAUSE = 2_000_000;

    private final Connection connection;
    private final PreparedStatement statement;
    private final int rows;
    private final Thread thread = new Thread(this::ask, "plain-probe");
    private volatile boolean asking = true;
    private volatile long from = Long.MAX_VALUE;
    private volatile long longest;
    private volatile SQLException failure;

    PlainProbe(JdbcDatabase database, String sql, int rows) throws SQLException {
        this.connection = database.connect();
        this.statement = connection.prepareStatement(sql);
        this.rows = rows;
        thread.setDaemon(true);
        thread.start();
    }

    private void ask() {
        try {
            while (asking) {
                statement.setLong(1, ThreadLocalRandom.current().nextInt(rows) + 1L);
                long start = System.nanoTime();
                statement.execute();
                long end = System.nanoTime();
                if (end > from) {
                    longest = Math.max(longest, end - Math.max(start, from));
                }
                LockSupport.parkNanos(PAUSE);
            }
        } catch (SQLException e) {
            failure = e;
        }
    }

    /** From now on calls count. */
    void begins() {
        from = System.nanoTime();
    }

    /** Ends it. Returns the longest call; milliseconds. */
    double longest() throws SQLException, InterruptedException {
        asking = false;
        thread.join();
        if (failure != null) {
            throw failure;
        }
        return longest / 1e6;
    }

    @Override
    public void close() throws SQLException {
        asking = false;
        connection.close();
    }
}
