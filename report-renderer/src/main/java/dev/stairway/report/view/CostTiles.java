package dev.stairway.report.view;

import dev.stairway.report.document.Performance;
import dev.stairway.report.document.Performance.Cell;
import dev.stairway.report.document.Performance.Scaling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What the migrations cost, above the fold. */
final class CostTiles {

    private static final String SECTION = "#mmp-performance";

    private final Performance performance;
    private final Costs costs;
    private final Matrix matrix;

    private CostTiles(Costs costs, Matrix matrix) {
        this.performance = costs.performance();
        this.costs = costs;
        this.matrix = matrix;
    }

    /** Nothing when nothing was to be measured. */
    static List<Tile> all(Costs costs, Matrix matrix) {
        if (matrix.metrics().performance() == null) {
            return List.of();
        }
        CostTiles tiles = new CostTiles(costs, matrix);
        List<Tile> all = new ArrayList<>();
        all.add(tiles.measured());
        all.add(tiles.regressions());
        all.add(tiles.waiting());
        all.add(tiles.forecast());
        all.add(tiles.back());
        all.add(tiles.queries());
        all.removeIf(Objects::isNull);
        return all;
    }

    private Tile measured() {
        long migrations = costs.all().stream()
                .map(cost -> List.of(cost.changelog(), cost.migration()))
                .distinct()
                .count();
        int cells = performance.cells().size();
        long measured = performance.cells().stream()
                .filter(cell -> "MEASURED".equals(cell.result()))
                .count();
        return new Tile(
                (measured < cells ? Tone.OFF : Tone.PLAIN).css(),
                "Measured",
                Units.count(migrations),
                measured == cells
                        ? "in " + Units.count(cells, "cell")
                        : "in " + measured + " of " + Units.count(cells, "cell"),
                SECTION);
    }

    private Tile regressions() {
        if (performance.comparison() == null) {
            return new Tile(Tone.OFF.css(), "Regressions", Units.NOTHING, "no baseline", SECTION);
        }
        int count = CostComparison.regressions(performance.comparison());
        return new Tile(
                (count > 0 ? Tone.BAD : Tone.OK).css(),
                "Regressions",
                Units.count(count),
                "of " + Units.count(performance.comparison().entries().size(), "figure"),
                SECTION);
    }

    private Tile waiting() {
        Cost worst = null;
        for (Cost cost : costs.all()) {
            Waiting waiting = Waiting.longest(cost);
            if (waiting != null
                    && (worst == null
                            || waiting.millis() > Waiting.longest(worst).millis())) {
                worst = cost;
            }
        }
        if (worst == null) {
            return null;
        }
        Waiting waiting = Waiting.longest(worst);
        return new Tile(
                Tone.PLAIN.css(),
                "Worst downtime",
                Units.millis(Double.valueOf(waiting.millis())),
                name(worst) + ": " + waiting.who() + ", " + Units.count(waiting.rows(), "row"),
                matrix.link(worst.changelog(), worst.migration()).href());
    }

    private Tile forecast() {
        Cost worst = costs.all().stream()
                .filter(cost -> millis(cost) != null)
                .max(Comparator.comparingDouble(cost -> millis(cost).forecast()))
                .orElse(null);
        if (worst == null) {
            return null;
        }
        Scaling scaling = millis(worst);
        return new Tile(
                Growth.tone(scaling.shape()).css(),
                "At " + Units.count(performance.forecastRows(), "row"),
                Units.millis(scaling.forecast()),
                name(worst)
                        + (scaling.forecastLow() == null
                                ? ""
                                : ", " + Units.millis(scaling.forecastLow()) + " to "
                                        + Units.millis(scaling.forecastHigh())),
                matrix.link(worst.changelog(), worst.migration()).href());
    }

    /** Null when there is no forecast. */
    private static Scaling millis(Cost cost) {
        Scaling scaling = cost.scaling(Cost.Way.UP, Cost.MILLIS);
        return scaling == null || scaling.forecast() == null ? null : scaling;
    }

    private Tile back() {
        Cell longest = RecoveryView.largest(performance).stream()
                .max(Comparator.comparingDouble(RecoveryView::whole))
                .orElse(null);
        return longest == null
                ? null
                : new Tile(
                        Tone.PLAIN.css(),
                        "Time back",
                        Units.millis(Double.valueOf(RecoveryView.whole(longest))),
                        Units.count(longest.recoveries().size(), "migration") + ", "
                                + CostRow.where(longest.database(), longest.rows(), matrix),
                        "#mmp-recovery");
    }

    private Tile queries() {
        if (performance.queries().isEmpty()) {
            return null;
        }
        long failing = performance.queries().stream()
                .filter(query -> query.kind().startsWith("FAILS"))
                .count();
        return new Tile(
                (failing > 0 ? Tone.BAD : Tone.LOSS).css(),
                "Queries",
                Units.count(performance.queries().size()),
                failing > 0 ? Units.count(failing) + " fail" : "with another plan",
                "#mmp-queries");
    }

    private String name(Cost cost) {
        return matrix.migrationName(cost.changelog(), cost.migration());
    }
}
