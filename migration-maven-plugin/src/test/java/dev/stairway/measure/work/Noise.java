package dev.stairway.measure.work;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Another database of the same server, in which somebody writes until this is closed. */
final class Noise implements AutoCloseable {

    private static final int ROWS = 500;

    private final JdbcDatabase database;
    private final AtomicBoolean enough = new AtomicBoolean();
    private final AtomicLong rounds = new AtomicLong();
    private final CompletableFuture<Void> first = new CompletableFuture<>();
    private final CompletableFuture<Void> end;

    private Noise(JdbcDatabase database) {
        this.database = database;
        this.end = CompletableFuture.runAsync(this::write);
    }

    /** Returns once something was written. */
    static Noise on(DatabaseServer server) {
        Noise noise = new Noise((JdbcDatabase) server.fresh("noise"));
        CompletableFuture.anyOf(noise.first, noise.end).join();
        return noise;
    }

    private void write() {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE heap (n integer, t text)");
            while (!enough.get()) {
                statement.execute("INSERT INTO heap SELECT i, 'noise ' || i FROM generate_series(1, " + ROWS + ") i");
                statement.execute("UPDATE heap SET n = n + 1 WHERE n % 7 = 0");
                statement.execute("DROP TABLE IF EXISTS other");
                statement.execute("CREATE TABLE other AS SELECT * FROM heap LIMIT 100");
                statement.execute("TRUNCATE heap");
                rounds.incrementAndGet();
                first.complete(null);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How often it has written. */
    long rounds() {
        return rounds.get();
    }

    @Override
    public void close() {
        enough.set(true);
        end.join();
        database.close();
    }
}
