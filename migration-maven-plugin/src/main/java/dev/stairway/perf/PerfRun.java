package dev.stairway.perf;

import dev.stairway.database.DatabaseServer;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.measure.plan.QueryPlans;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Measures all cells, one pass at a time, so that none disturbs another. The passes of all cells take turns: what slows the
 * machine down for a while slows all of them down a little and none of them a lot.
 */
public final class PerfRun {

    private record Shore(String changelog, DatabaseRequest database) {}

    private final Map<DatabaseRequest, DatabaseServer> servers;
    private final Function<Cell, PerfTools> tools;
    private final PerfOptions options;
    private final PerfProgress progress;

    /** @param servers running servers by request; the caller closes them */
    public PerfRun(
            Map<DatabaseRequest, DatabaseServer> servers,
            Function<Cell, PerfTools> tools,
            PerfOptions options,
            PerfProgress progress) {
        this.servers = new LinkedHashMap<>(servers);
        this.tools = tools;
        this.options = options;
        this.progress = progress;
    }

    /**
     * Reports in the order of the cells.
     *
     * @param cells whose scenarios differ in their rows
     */
    public List<PerfReport> measure(List<Cell> cells) throws InterruptedException {
        servers.values()
                .forEach(server ->
                        QueryPlans.check(options.queries(), server.id().product()));
        List<CellRun> runs = runs(cells);
        List<CellRun> largest = largest(runs);
        boolean clients = options.clients().callsPerSecond() > 0;
        int rounds = options.warmUps() + options.repetitions() + (clients ? 2 : 1);
        int round = 0;
        for (int i = 0; i < options.warmUps(); i++) {
            play(Pass.Kind.WARM_UP, "warm-up", ++round, rounds, runs);
        }
        for (int i = 0; i < options.repetitions(); i++) {
            play(Pass.Kind.MEASURED, "measured", ++round, rounds, runs);
        }
        play(Pass.Kind.WATCHED, "locks", ++round, rounds, largest);
        if (clients) {
            play(Pass.Kind.BUSY, "with clients", ++round, rounds, largest);
        }
        return runs.stream().map(CellRun::report).toList();
    }

    private List<CellRun> runs(List<Cell> cells) {
        Map<Shore, CellRun> before = new HashMap<>();
        List<CellRun> runs = new ArrayList<>();
        for (Cell cell : cells) {
            CellRun smaller = before.get(shore(cell));
            OneWay known = smaller != null && smaller.rows() <= cell.scenario().rows() ? smaller.oneWay() : null;
            CellRun run = new CellRun(
                    cell, servers.get(cell.database()), tools.apply(cell), options, new OneWay(known), progress);
            before.put(shore(cell), run);
            runs.add(run);
        }
        return runs;
    }

    /** The one with the most rows of each changelog on each database. */
    private static List<CellRun> largest(List<CellRun> runs) {
        Map<Shore, CellRun> largest = new LinkedHashMap<>();
        for (CellRun run : runs) {
            largest.merge(shore(run.cell()), run, (one, other) -> one.rows() >= other.rows() ? one : other);
        }
        return List.copyOf(largest.values());
    }

    private static Shore shore(Cell cell) {
        return new Shore(cell.changelogId(), cell.database());
    }

    private void play(Pass.Kind kind, String what, int round, int rounds, List<CellRun> runs)
            throws InterruptedException {
        progress.round(round, rounds, what, runs.size());
        for (CellRun run : runs) {
            if (Thread.interrupted()) {
                throw new InterruptedException("while " + run.cell() + " was to be measured");
            }
            run.play(kind);
        }
    }
}
