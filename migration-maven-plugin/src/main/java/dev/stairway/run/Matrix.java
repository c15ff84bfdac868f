package dev.stairway.run;

import dev.stairway.database.DatabaseServer;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Walks all cells, side by side, each on databases of its own in the one server of its product and version. */
public final class Matrix {

    private final Map<DatabaseRequest, DatabaseServer> servers;
    private final Function<Cell, Toolbox> tools;
    private final ToIntFunction<Cell> migrations;
    private final WalkOptions options;
    private final Progress progress;

    /**
     * @param servers running servers by request; the caller closes them
     * @param migrations number of migrations in a cell's changelog
     */
    public Matrix(
            Map<DatabaseRequest, DatabaseServer> servers,
            Function<Cell, Toolbox> tools,
            ToIntFunction<Cell> migrations,
            WalkOptions options,
            Progress progress) {
        this.servers = new LinkedHashMap<>(servers);
        this.tools = tools;
        this.migrations = migrations;
        this.options = options;
        this.progress = progress;
    }

    /**
     * Reports in the order of the cells.
     *
     * @param threads walks at the same time, at least 1
     */
    public List<CellReport> walk(List<Cell> cells, int threads) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads, work -> new Thread(work, "migration-walk"));
        try {
            List<Walk> walks = cells.stream()
                    .map(cell -> start(pool, cell, threads / cells.size()))
                    .toList();
            List<CellReport> reports = new ArrayList<>();
            for (Walk walk : walks) {
                reports.add(walk.await());
            }
            return reports;
        } finally {
            pool.shutdownNow();
        }
    }

    /** The segments of one cell in order, so that an earlier one never waits for a thread behind a later one. */
    private Walk start(ExecutorService pool, Cell cell, int processors) {
        List<Future<CellReport>> parts = new ArrayList<>();
        // Segments wait for each other, which would have no end on one database.
        boolean whole = options.checkLast() > 0
                // And the fixtures loaded without having walked to where they fit.
                || !options.rows().fixtures().isEmpty()
                // Nor is a release reached twice.
                || cell.scenario().path() != null
                || servers.get(cell.database()).oneAtATime()
                // A second database would have to be filled, too, which takes longer than the walk.
                || cell.scenario().large();
        List<Segment> segments = whole ? List.of(Segment.WHOLE) : Segment.of(migrations.applyAsInt(cell), processors);
        for (Segment segment : segments) {
            Future<CellReport> before = parts.isEmpty() ? null : parts.get(parts.size() - 1);
            Stairway stairway = new Stairway(
                    cell,
                    servers.get(cell.database()),
                    tools.apply(cell),
                    options,
                    progress,
                    segment,
                    () -> before == null ? List.of() : of(before).steps());
            parts.add(pool.submit(() -> {
                if (segment.from() == 0) {
                    progress.started(cell);
                }
                return stairway.walk();
            }));
        }
        return new Walk(parts);
    }

    private static CellReport of(Future<CellReport> future) {
        try {
            return ended(future);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while another part of the cell was walked", e);
        }
    }

    private static CellReport ended(Future<CellReport> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof OutOfMemoryError full) {
                throw memory(full);
            }
            throw new IllegalStateException("A walk ended without a report: " + e.getCause(), e.getCause());
        }
    }

    private static ProblemException memory(OutOfMemoryError full) {
        long megabytes = Runtime.getRuntime().maxMemory() / 1_000_000;
        return ProblemException.setup(
                "The walk has run out of memory",
                "heap of " + megabytes + " MB",
                String.valueOf(full.getMessage()),
                "Give the JVM more, by <argLine>-Xmx2g</argLine> (-Dmigration.argLine), or by MAVEN_OPTS where the goal runs in"
                        + " Maven's own; a value of many megabytes is held several times while it is compared. Or walk with"
                        + " fewer threads or rows",
                full);
    }

    private final class Walk {

        private final List<Future<CellReport>> parts;

        Walk(List<Future<CellReport>> parts) {
            this.parts = List.copyOf(parts);
        }

        CellReport await() throws InterruptedException {
            CellReport report = null;
            for (Future<CellReport> part : parts) {
                CellReport next = ended(part);
                report = report == null ? next : report.followedBy(next);
            }
            progress.finished(report);
            return report;
        }
    }
}
