package dev.stairway.run;

import dev.stairway.database.DatabaseServer;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.DatabaseRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Walks all cells, side by side, each on a database of its own in the one server of its product and version. */
public final class Matrix {

    private final Map<DatabaseRequest, DatabaseServer> servers;
    private final Function<Cell, Toolbox> tools;
    private final WalkOptions options;
    private final Progress progress;

    /** @param servers running servers by request; the caller closes them */
    public Matrix(
            Map<DatabaseRequest, DatabaseServer> servers,
            Function<Cell, Toolbox> tools,
            WalkOptions options,
            Progress progress) {
        this.servers = new LinkedHashMap<>(servers);
        this.tools = tools;
        this.options = options;
        this.progress = progress;
    }

    /**
     * Reports in the order of the cells.
     *
     * @param threads cells walked at the same time, at least 1
     */
    public List<CellReport> walk(List<Cell> cells, int threads) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads, work -> new Thread(work, "migration-walk"));
        try {
            List<Future<CellReport>> running = new ArrayList<>();
            for (Cell cell : cells) {
                running.add(pool.submit(() -> stairway(cell).walk()));
            }
            List<CellReport> reports = new ArrayList<>();
            for (Future<CellReport> future : running) {
                reports.add(future.get());
            }
            return reports;
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A walk ended without a report: " + failed.getCause(), failed.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private Stairway stairway(Cell cell) {
        return new Stairway(cell, servers.get(cell.database()), tools.apply(cell), options, progress);
    }
}
