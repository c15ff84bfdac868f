package dev.stairway.suite;

import dev.stairway.matrix.Cell;
import dev.stairway.matrix.Division;
import dev.stairway.matrix.Shard;
import dev.stairway.metrics.GateRule;
import dev.stairway.metrics.MetricsDocument;
import dev.stairway.metrics.MetricsDocument.ChangelogEntry;
import dev.stairway.metrics.MetricsDocument.Planned;
import dev.stairway.metrics.MetricsDocument.ShardWaiver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Divides the matrix among shards, on every machine in the same way: by the durations of an earlier run that the user gave,
 * and where there are none by the number of migrations and rows. Nothing of the machine takes part.
 */
final class Sharding {

    /** A step costs as much on empty tables as this many rows do. */
    private static final long ROWS_OF_A_STEP = 100;

    private final SuiteOptions options;
    private final Documents documents;
    private final SuiteListener listener;

    Sharding(SuiteOptions options, Documents documents, SuiteListener listener) {
        this.options = options;
        this.documents = documents;
        this.listener = listener;
        if (divides()) {
            documents.sharded(part(Map.of(), List.of()));
        }
    }

    /** True when changelogs have to be read before it is known which servers are needed. */
    boolean divides() {
        return options.shard() != null;
    }

    /**
     * The cells of this run, in order, which may be none; all where it is not divided.
     *
     * @param together cells of which this is equal stay in one shard
     */
    List<Cell> mine(List<Cell> cells, List<ChangelogEntry> changelogs, Function<Cell, Object> together) {
        if (!divides()) {
            return cells;
        }
        List<Long> costs = costs(cells, changelogs);
        Map<Object, Long> weights = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            weights.merge(together.apply(cells.get(i)), costs.get(i), Long::sum);
        }
        Shard shard = options.shard().shard();
        List<Integer> division = Division.of(List.copyOf(weights.values()), shard.count());
        List<Object> groups = List.copyOf(weights.keySet());
        List<Planned> matrix = new ArrayList<>();
        List<Cell> mine = new ArrayList<>();
        for (Cell cell : cells) {
            int taker = division.get(groups.indexOf(together.apply(cell)));
            matrix.add(new Planned(
                    cell.changelogId(),
                    cell.database().toString(),
                    cell.scenario().name(),
                    taker));
            if (taker == shard.index()) {
                mine.add(cell);
            }
        }
        documents.sharded(part(ShardInputs.of(options, changelogs, matrix), matrix));
        listener.sharded(shard, mine, cells.size());
        return mine;
    }

    private MetricsDocument.Shard part(Map<String, String> inputs, List<Planned> matrix) {
        GateRule gate = options.gate();
        Shard shard = options.shard().shard();
        return new MetricsDocument.Shard(
                shard.index(),
                shard.count(),
                inputs,
                matrix,
                gate.failOnSeverity() == null ? "NONE" : gate.failOnSeverity().name(),
                gate.maxAllowed(),
                options.waivers().stream()
                        .map(waiver -> new ShardWaiver(waiver.rule(), waiver.migration(), waiver.reason()))
                        .toList());
    }

    /** In milliseconds where any cell was timed: the others are estimated at the pace of those. */
    private List<Long> costs(List<Cell> cells, List<ChangelogEntry> changelogs) {
        EarlierTimings timings = EarlierTimings.read(options.shard().timings());
        long millis = 0;
        long estimated = 0;
        for (Cell cell : cells) {
            OptionalLong known = timings.millis(cell);
            millis += known.orElse(0);
            estimated += known.isPresent() ? estimate(cell, changelogs) : 0;
        }
        List<Long> costs = new ArrayList<>();
        for (Cell cell : cells) {
            long estimate = estimate(cell, changelogs);
            long scaled = estimated == 0 ? estimate : Math.round((double) estimate * millis / estimated);
            costs.add(timings.millis(cell).orElse(scaled));
        }
        return costs;
    }

    private static long estimate(Cell cell, List<ChangelogEntry> changelogs) {
        long migrations = changelogs.stream()
                .filter(entry -> entry.id().equals(cell.changelogId()))
                .mapToLong(entry -> entry.migrations().size())
                .sum();
        return migrations * (ROWS_OF_A_STEP + cell.scenario().rows());
    }
}
