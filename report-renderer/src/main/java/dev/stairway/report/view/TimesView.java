package dev.stairway.report.view;

import dev.stairway.report.document.Cell;
import dev.stairway.report.document.Metrics.Changelog;
import dev.stairway.report.document.Metrics.Migration;
import dev.stairway.report.document.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Times of one changelog on one database.
 *
 * @param scenarios over the columns, two figures each: up and down
 * @param chart the slowest migrations, in the changelog's order
 */
public record TimesView(String database, List<String> scenarios, List<Row> rows, ChartSeries chart) {

    static final int DRAWN = 20;

    /** @param figures up and down per scenario */
    public record Row(MigrationLink migration, List<String> figures) {}

    private record Bar(int place, String label, String href, Double up, Double down) {

        double longest() {
            return Math.max(up == null ? 0 : up, down == null ? 0 : down);
        }
    }

    static List<TimesView> all(Matrix matrix) {
        List<TimesView> views = new ArrayList<>();
        for (Changelog changelog : matrix.metrics().changelogs()) {
            Map<String, List<Cell>> byDatabase = new LinkedHashMap<>();
            matrix.cells(changelog).stream()
                    .filter(cell -> !cell.steps().isEmpty())
                    .forEach(cell -> byDatabase
                            .computeIfAbsent(cell.database(), key -> new ArrayList<>())
                            .add(cell));
            byDatabase.forEach(
                    (database, cells) -> views.add(of(changelog, cells, matrix, "chart-times-" + (views.size() + 1))));
        }
        return views;
    }

    private static TimesView of(Changelog changelog, List<Cell> cells, Matrix matrix, String id) {
        List<Row> rows = new ArrayList<>();
        List<Bar> bars = new ArrayList<>();
        for (Migration migration : changelog.migrations()) {
            List<Step> steps = cells.stream()
                    .map(cell -> matrix.step(cell, migration.id()))
                    .toList();
            Double up = slowest(steps, Step::upMillis);
            Double down = slowest(steps, Step::downMillis);
            if (up != null || down != null) {
                rows.add(new Row(matrix.link(changelog.id(), migration.id()), figures(steps)));
                bars.add(new Bar(
                        bars.size(),
                        ChartSeries.label(migration.name()),
                        matrix.link(changelog.id(), migration.id()).href(),
                        up,
                        down));
            }
        }
        String database = matrix.names().database(cells.get(0).database());
        return new TimesView(database, cells.stream().map(Cell::scenario).toList(), rows, chart(id, database, bars));
    }

    private static List<String> figures(List<Step> steps) {
        return steps.stream()
                .flatMap(step -> step == null
                        ? Collections.nCopies(2, Units.millis(null)).stream()
                        : Stream.of(Units.millis(step.upMillis()), Units.millis(step.downMillis())))
                .toList();
    }

    static Double slowest(List<Step> steps, Function<Step, Double> time) {
        return steps.stream()
                .filter(Objects::nonNull)
                .map(time)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static ChartSeries chart(String id, String database, List<Bar> bars) {
        List<Bar> drawn = bars.stream()
                .sorted(Comparator.comparingDouble(Bar::longest).reversed())
                .limit(DRAWN)
                .sorted(Comparator.comparingInt(Bar::place))
                .toList();
        String summary = bars.stream()
                .max(Comparator.comparingDouble(Bar::longest))
                .map(bar -> "Bar chart of the time up and down per migration on " + database + ". The slowest is "
                        + bar.label() + ": up " + Units.millis(bar.up()) + ", down " + Units.millis(bar.down()) + ".")
                .orElse("No times were measured on " + database + ".");
        return new ChartSeries(
                id,
                database,
                summary,
                drawn.stream().map(Bar::label).toList(),
                drawn.stream().map(Bar::href).toList(),
                List.of(
                        new ChartSeries.Bars(
                                "up", "up", drawn.stream().map(Bar::up).toList()),
                        new ChartSeries.Bars(
                                "down", "down", drawn.stream().map(Bar::down).toList())),
                List.of(),
                List.of(),
                drawn.size() < bars.size()
                        ? "The " + DRAWN + " slowest of " + Units.count(bars.size(), "migration") + "."
                        : "");
    }
}
