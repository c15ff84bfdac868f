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

    /** True for the run that does what nobody divides: the first shard, or all that is not divided. */
    boolean reads() {
        return !divides() || options.shard().shard().index() == 1;
    }

    /**
     * What one part of a run has to do.
     *
     * @param part its name; empty where the run does one thing
     * @param cells in order
     * @param together cells of which this is equal stay in one shard
     */
    record Claim(String part, List<Cell> cells, Function<Cell, Object> together) {

        private List<Piece> pieces() {
            return cells.stream()
                    .map(cell -> new Piece(part, cell, List.of(part, together.apply(cell))))
                    .toList();
        }
    }

    /** @param group pieces of which this is equal stay in one shard */
    private record Piece(String part, Cell cell, Object group) {}

    /**
     * The cells of this run, in order, which may be none; all where it is not divided.
     *
     * @param together cells of which this is equal stay in one shard
     */
    List<Cell> mine(List<Cell> cells, List<ChangelogEntry> changelogs, Function<Cell, Object> together) {
        return mine(List.of(new Claim("", cells, together)), changelogs).get("");
    }

    /** The same for every part, by its name, so that all of them together take equally long in every shard. */
    Map<String, List<Cell>> mine(List<Claim> claims, List<ChangelogEntry> changelogs) {
        Map<String, List<Cell>> mine = new LinkedHashMap<>();
        if (!divides()) {
            claims.forEach(claim -> mine.put(claim.part(), claim.cells()));
            return mine;
        }
        claims.forEach(claim -> mine.put(claim.part(), new ArrayList<>()));
        List<Piece> pieces =
                claims.stream().flatMap(claim -> claim.pieces().stream()).toList();
        List<Planned> matrix = divided(pieces, costs(pieces, changelogs));
        Shard shard = options.shard().shard();
        List<Cell> all = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            if (matrix.get(i).shard() == shard.index()) {
                mine.get(pieces.get(i).part()).add(pieces.get(i).cell());
                all.add(pieces.get(i).cell());
            }
        }
        documents.sharded(part(ShardInputs.of(options, changelogs, matrix), matrix));
        listener.sharded(shard, all, pieces.size());
        return mine;
    }

    private List<Planned> divided(List<Piece> pieces, List<Long> costs) {
        Map<Object, Long> weights = new LinkedHashMap<>();
        for (int i = 0; i < pieces.size(); i++) {
            weights.merge(pieces.get(i).group(), costs.get(i), Long::sum);
        }
        List<Integer> division = Division.of(
                List.copyOf(weights.values()), options.shard().shard().count());
        List<Object> groups = List.copyOf(weights.keySet());
        return pieces.stream()
                .map(piece -> new Planned(
                        piece.part(),
                        piece.cell().changelogId(),
                        piece.cell().database().toString(),
                        piece.cell().scenario().name(),
                        division.get(groups.indexOf(piece.group()))))
                .toList();
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
                        .toList(),
                List.of());
    }

    /** In milliseconds where any cell was timed: the others are estimated at the pace of those. */
    private List<Long> costs(List<Piece> pieces, List<ChangelogEntry> changelogs) {
        EarlierTimings timings = EarlierTimings.read(options.shard().timings());
        long millis = 0;
        long estimated = 0;
        for (Piece piece : pieces) {
            OptionalLong known = timings.millis(piece.part(), piece.cell());
            millis += known.orElse(0);
            estimated += known.isPresent() ? estimate(piece.cell(), changelogs) : 0;
        }
        List<Long> costs = new ArrayList<>();
        for (Piece piece : pieces) {
            long estimate = estimate(piece.cell(), changelogs);
            long scaled = estimated == 0 ? estimate : Math.round((double) estimate * millis / estimated);
            costs.add(timings.millis(piece.part(), piece.cell()).orElse(scaled));
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
