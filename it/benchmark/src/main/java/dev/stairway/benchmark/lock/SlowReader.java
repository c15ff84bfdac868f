package dev.stairway.benchmark.lock;

import dev.stairway.benchmark.downtime.TwelveStatements;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Has read the big table and keeps its transaction open for one more second. */
final class SlowReader implements AutoCloseable {

    private final Connection reading;
    private CompletableFuture<Void> gone = CompletableFuture.completedFuture(null);

    SlowReader(LockStage stage) throws SQLException {
        reading = stage.connect();
        reading.setAutoCommit(false);
        run("SELECT count(*) FROM " + TwelveStatements.TABLE + " WHERE id = 1");
    }

    /** From now on, in the background. */
    void takeASecond() {
        gone = CompletableFuture.runAsync(() -> {
            try {
                run("SELECT pg_sleep(1)");
                reading.rollback();
            } catch (SQLException e) {
                throw new CompletionException(e);
            }
        });
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = reading.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        try (reading) {
            gone.join();
        }
    }
}
