package dev.stairway.report.view;

import dev.stairway.report.document.Cell;
import dev.stairway.report.document.Metrics.Changelog;
import dev.stairway.report.document.Metrics.Migration;
import dev.stairway.report.document.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the migrations of one changelog asked of one database; only of databases that tell.
 *
 * @param columns titles, two figures each: up and down
 * @param rows one per migration, each figure the largest of the scenarios
 */
public record WorkView(String database, List<String> columns, List<Row> rows) {

    /** @param figures up and down per column */
    public record Row(MigrationLink migration, List<String> figures) {}

    static List<WorkView> all(Matrix matrix) {
        List<WorkView> views = new ArrayList<>();
        for (Changelog changelog : matrix.metrics().changelogs()) {
            Map<String, List<Cell>> byDatabase = new LinkedHashMap<>();
            matrix.cells(changelog)
                    .forEach(cell -> byDatabase
                            .computeIfAbsent(cell.database(), key -> new ArrayList<>())
                            .add(cell));
            byDatabase.forEach((database, cells) -> {
                List<Row> rows = rows(changelog, cells, matrix);
                if (!rows.isEmpty()) {
                    views.add(new WorkView(
                            matrix.names().database(database),
                            columns(matrix.names().words(database)),
                            rows));
                }
            });
        }
        return views;
    }

    private static List<String> columns(Words words) {
        return List.of(words.items() + " written", "Commands", "Memory", "Longest block");
    }

    private static List<Row> rows(Changelog changelog, List<Cell> cells, Matrix matrix) {
        List<Row> rows = new ArrayList<>();
        for (Migration migration : changelog.migrations()) {
            List<Step> steps = cells.stream()
                    .map(cell -> matrix.step(cell, migration.id()))
                    .filter(Objects::nonNull)
                    .toList();
            WorkFigures up = WorkFigures.of(steps.stream().map(Step::upWork));
            WorkFigures down = WorkFigures.of(steps.stream().map(Step::downWork));
            if (!up.isEmpty() || !down.isEmpty()) {
                rows.add(new Row(matrix.link(changelog.id(), migration.id()), figures(up, down)));
            }
        }
        return rows;
    }

    private static List<String> figures(WorkFigures up, WorkFigures down) {
        return List.of(
                up.written(),
                down.written(),
                up.calls(),
                down.calls(),
                up.memory(),
                down.memory(),
                up.block(),
                down.block());
    }
}
