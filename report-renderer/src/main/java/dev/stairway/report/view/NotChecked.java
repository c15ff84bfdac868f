package dev.stairway.report.view;

import dev.stairway.report.document.Cell;
import dev.stairway.report.document.Metrics.DatabaseEntry;
import dev.stairway.report.document.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything that this run says nothing about, each with its reason. */
public record NotChecked(
        List<Line> cells,
        List<Group> migrations,
        List<Line> tables,
        List<Line> descents,
        List<Line> limits,
        int migrationCount) {

    public record Line(String what, String where, String reason) {}

    /** Migrations left out for one and the same reason. */
    public record Group(String reason, String where, List<MigrationLink> migrations) {}

    /** True when nothing was left out of this run; what no run compares is another matter. */
    public boolean isEmpty() {
        return cells.isEmpty() && migrations.isEmpty() && tables.isEmpty() && descents.isEmpty();
    }

    /** For example: 1 cell, 2 migrations, 3 tables. */
    public String summary() {
        List<String> parts = new ArrayList<>();
        add(parts, cells.size(), "cell");
        add(parts, migrationCount, "migration");
        add(parts, tables.size(), "table");
        add(parts, descents.size(), "descent");
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, int number, String noun) {
        if (number > 0) {
            parts.add(Units.count(number, noun));
        }
    }

    static NotChecked of(Matrix matrix) {
        List<Group> groups = groups(matrix);
        Set<MigrationLink> distinct = new LinkedHashSet<>();
        groups.forEach(group -> distinct.addAll(group.migrations()));
        return new NotChecked(cells(matrix), groups, tables(matrix), descents(matrix), limits(matrix), distinct.size());
    }

    private static List<Line> cells(Matrix matrix) {
        return matrix.metrics().cells().stream()
                .filter(cell -> !cell.ran())
                .map(cell -> new Line("whole cell", matrix.names().cell(cell), cell.reason()))
                .toList();
    }

    private static List<Group> groups(Matrix matrix) {
        Map<String, Map<String, MigrationLink>> links = new LinkedHashMap<>();
        Map<String, Set<Cell>> where = new LinkedHashMap<>();
        for (Cell cell : matrix.metrics().cells()) {
            for (Step step : cell.steps()) {
                if (Outcome.of(step.verdict()).isUnchecked()) {
                    String reason = step.reason().isEmpty() ? "no reason was recorded" : step.reason();
                    links.computeIfAbsent(reason, key -> new LinkedHashMap<>())
                            .putIfAbsent(
                                    cell.changelog() + '\0' + step.migration(),
                                    matrix.link(cell.changelog(), step.migration()));
                    where.computeIfAbsent(reason, key -> new LinkedHashSet<>()).add(cell);
                }
            }
        }
        return links.entrySet().stream()
                .map(entry -> new Group(
                        entry.getKey(),
                        matrix.names().cells(where.get(entry.getKey())),
                        List.copyOf(entry.getValue().values())))
                .toList();
    }

    /** One line per table and reason, with all the cells it holds for. */
    private static List<Line> tables(Matrix matrix) {
        Map<List<String>, Collection<Cell>> where = new LinkedHashMap<>();
        for (Cell cell : matrix.metrics().cells()) {
            cell.unfilled()
                    .forEach((table, reason) -> where.computeIfAbsent(
                                    List.of(table, reason == null ? "" : reason), key -> new LinkedHashSet<>())
                            .add(cell));
        }
        return where.entrySet().stream()
                .map(entry -> new Line(
                        entry.getKey().get(0),
                        matrix.names().cells(entry.getValue()),
                        entry.getKey().get(1)))
                .toList();
    }

    /** What no run compares, once per product. */
    private static List<Line> limits(Matrix matrix) {
        Map<String, List<Line>> byProduct = new LinkedHashMap<>();
        for (DatabaseEntry database : matrix.metrics().databases()) {
            String product = Names.productName(database.product());
            byProduct.putIfAbsent(
                    product,
                    database.notCompared().stream()
                            .map(limit -> new Line(limit.what(), product, limit.reason()))
                            .toList());
        }
        return byProduct.values().stream().flatMap(List::stream).toList();
    }

    private static List<Line> descents(Matrix matrix) {
        return matrix.metrics().cells().stream()
                .filter(cell ->
                        cell.descent() != null && Result.of(cell.descent().result()) == Result.NOT_RUN)
                .map(cell -> new Line(
                        "head to base",
                        matrix.names().cell(cell),
                        cell.descent().reason()))
                .toList();
    }
}
