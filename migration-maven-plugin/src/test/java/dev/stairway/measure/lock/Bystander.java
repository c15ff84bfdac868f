package dev.stairway.measure.lock;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Has an old transaction open until somebody has waited long enough for it. */
final class Bystander implements AutoCloseable {

    private final Connection reading;
    private final CompletableFuture<Double> gone;

    /**
     * @param sql what it has done
     * @param waiters query for the milliseconds that others have waited so far; no row while nobody does
     * @param patienceMillis after which it goes
     */
    Bystander(TracedSteps steps, String sql, String waiters, double patienceMillis) throws SQLException {
        reading = steps.connect();
        reading.setAutoCommit(false);
        reading.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (Statement statement = reading.createStatement()) {
            statement.execute(sql);
        }
        gone = CompletableFuture.supplyAsync(() -> {
            try (Connection looking = steps.connect()) {
                double waited = watch(looking, waiters, patienceMillis);
                reading.rollback();
                return waited;
            } catch (SQLException e) {
                throw new CompletionException(e);
            }
        });
    }

    private static double watch(Connection looking, String waiters, double patienceMillis) throws SQLException {
        double waited = 0;
        try (Statement statement = looking.createStatement()) {
            while (waited < patienceMillis) {
                try (ResultSet found = statement.executeQuery(waiters)) {
                    waited = found.next() ? found.getDouble(1) : 0;
                }
            }
        }
        return waited;
    }

    /** Milliseconds that others have waited for it. */
    double waited() {
        return gone.join();
    }

    @Override
    public void close() throws SQLException {
        reading.close();
    }
}
