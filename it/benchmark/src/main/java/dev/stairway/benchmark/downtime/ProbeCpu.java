package dev.stairway.benchmark.downtime;

import dev.stairway.database.JdbcDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** Processor time of our clients, on both sides; of the server's side on Linux only. A busy machine changes it little. */
final class ProbeCpu implements AutoCloseable {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Connection connection;
    private long before;

    ProbeCpu(JdbcDatabase database) throws SQLException {
        connection = database.connect();
    }

    void begins() throws SQLException {
        before = now();
    }

    /** Since the begin; nanoseconds. */
    long spent() throws SQLException {
        return now() - before;
    }

    private long now() throws SQLException {
        long nanos = 0;
        for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().startsWith("traffic-")) {
                nanos += Math.max(0, THREADS.getThreadCpuTime(thread.getThreadId()));
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet client = statement.executeQuery(
                        "SELECT pid FROM pg_stat_activity WHERE application_name = 'stairway traffic'")) {
            while (client.next()) {
                nanos += ofProcess(client.getLong(1));
            }
        }
        return nanos;
    }

    /** Of the server's side of a connection; nanoseconds. */
    long of(Connection step) throws SQLException {
        return ofProcess(step.unwrap(PGConnection.class).getBackendPID());
    }

    // The first number of it: https://docs.kernel.org/scheduler/sched-stats.html#proc-pid-schedstat
    private static long ofProcess(long id) {
        Path file = Path.of("/proc/" + id + "/schedstat");
        try {
            return Files.exists(file) ? Long.parseLong(Files.readString(file).split(" ")[0]) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
