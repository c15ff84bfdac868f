package dev.stairway.fingerprint.sqlite;

import dev.stairway.fingerprint.TableData;
import dev.stairway.fingerprint.TableHasher;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Hashes rows on a second thread while the first one waits for the driver; both take about as long. What is under way
 * between the two is bounded, and a table of one batch needs no thread.
 */
final class RowPipe implements AutoCloseable {

    private static final int MOST_BATCHES = 4;

    private final SqliteTable table;
    private final TableHasher hasher;
    private final Deque<Future<RowBatch>> underWay = new ArrayDeque<>();
    private ExecutorService worker;

    RowPipe(SqliteTable table) {
        this.table = table;
        this.hasher = new TableHasher(
                table.name(),
                table.columns().stream().map(SqliteTable.Column::name).toList(),
                table.key());
    }

    RowBatch first() {
        return new RowBatch(table.columns().size());
    }

    /** Takes a full batch and gives an empty one. */
    RowBatch next(RowBatch full) throws SQLException {
        if (worker == null) {
            worker = Executors.newSingleThreadExecutor(RowPipe::daemon);
        }
        underWay.add(worker.submit(() -> fold(full)));
        return underWay.size() < MOST_BATCHES ? first() : await(underWay.remove());
    }

    TableData finish(RowBatch last) throws SQLException {
        while (!underWay.isEmpty()) {
            await(underWay.remove());
        }
        fold(last);
        return hasher.finish();
    }

    @Override
    public void close() {
        if (worker != null) {
            worker.shutdownNow();
        }
    }

    private RowBatch fold(RowBatch batch) {
        batch.fold(table.columns(), hasher);
        batch.clear();
        return batch;
    }

    private static RowBatch await(Future<RowBatch> folded) throws SQLException {
        try {
            return folded.get();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while rows were read", stop);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Error full) {
                throw full;
            }
            throw new IllegalStateException("rows cannot be hashed", failed.getCause());
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "stairway-sqlite-rows");
        thread.setDaemon(true);
        return thread;
    }
}
