package dev.stairway.benchmark.work;

import dev.stairway.database.Database;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Threads that take CPU, four for each core, and one that writes to another database of the same server. */
public final class BesideLoad implements AutoCloseable {

    private static final int THREADS_PER_CORE = 4;
    private static final String ROWS =
            "WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s WHERE i < 2000) INSERT INTO t SELECT i, 'noise' FROM s";

    private final AtomicBoolean enough = new AtomicBoolean();
    private final AtomicLong rounds = new AtomicLong();
    private final List<CompletableFuture<Void>> threads = new ArrayList<>();

    private BesideLoad() {}

    static BesideLoad on(DatabaseServer server) {
        BesideLoad load = burning();
        load.threads.add(CompletableFuture.runAsync(() -> load.write(server), BesideLoad::start));
        return load;
    }

    /** The threads that take CPU alone. */
    public static BesideLoad burning() {
        BesideLoad load = new BesideLoad();
        for (int i = 0; i < THREADS_PER_CORE * Runtime.getRuntime().availableProcessors(); i++) {
            load.threads.add(CompletableFuture.runAsync(load::burn, BesideLoad::start));
        }
        return load;
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "load");
        thread.setDaemon(true);
        thread.start();
    }

    private void burn() {
        double value = 1;
        while (!enough.get()) {
            value = Math.sqrt(value + 2);
        }
        if (Double.isNaN(value)) {
            throw new IllegalStateException("The work was not done");
        }
    }

    private void write(DatabaseServer server) {
        try (Database database = server.fresh("load");
                Connection connection = ((JdbcDatabase) database).connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (n integer, s text)");
            while (!enough.get()) {
                statement.execute(ROWS);
                statement.execute("UPDATE t SET n = n + 1 WHERE n % 3 = 0");
                statement.execute("CREATE INDEX t_n ON t (n)");
                statement.execute("DROP INDEX t_n");
                statement.execute("DELETE FROM t");
                rounds.incrementAndGet();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How often the other database was written. */
    long rounds() {
        return rounds.get();
    }

    @Override
    public void close() {
        enough.set(true);
        threads.forEach(CompletableFuture::join);
    }
}
