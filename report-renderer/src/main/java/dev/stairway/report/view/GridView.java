package dev.stairway.report.view;

import dev.stairway.report.document.Cell;
import dev.stairway.report.document.Metrics;
import dev.stairway.report.document.Metrics.Changelog;
import dev.stairway.report.document.Metrics.Migration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The matrix of one changelog: migrations down, database and scenario across.
 *
 * @param heads databases over the columns
 */
public record GridView(String title, List<Head> heads, List<Column> columns, List<Row> rows) {

    /** @param span number of scenario columns below */
    public record Head(String label, int span) {}

    /** @param note why it did not run; empty otherwise */
    public record Column(String scenario, String result, String css, String note) {}

    /**
     * @param number 1-based place in the changelog
     * @param group {@code problem}, {@code unchecked} or {@code fine}: what the page filters by
     */
    public record Row(int number, MigrationLink migration, String group, List<Mark> marks) {}

    public record Mark(String css, String text) {

        static Mark of(Outcome outcome) {
            return MARKS.get(outcome.ordinal());
        }

        private static final List<Mark> MARKS = Arrays.stream(Outcome.values())
                .map(outcome -> new Mark(outcome.css(), outcome.symbol() + " " + outcome.label()))
                .toList();
    }

    static List<GridView> all(Matrix matrix) {
        return matrix.metrics().changelogs().stream()
                .filter(changelog -> !changelog.migrations().isEmpty())
                .map(changelog -> of(changelog, matrix))
                .toList();
    }

    private static GridView of(Changelog changelog, Matrix matrix) {
        List<Cell> cells = matrix.cells(changelog);
        List<Row> rows = new ArrayList<>();
        for (Migration migration : changelog.migrations()) {
            rows.add(row(rows.size() + 1, changelog, migration, cells, matrix));
        }
        return new GridView(title(changelog), heads(cells, matrix), columns(cells), rows);
    }

    private static String title(Metrics.Changelog changelog) {
        String engine = (changelog.engine() + " " + changelog.engineVersion() + " " + changelog.engineOrigin()).trim();
        String location = changelog.location().isEmpty() ? changelog.id() : changelog.location();
        return engine.isEmpty() ? location : location + " (" + engine + ")";
    }

    private static List<Head> heads(List<Cell> cells, Matrix matrix) {
        List<Head> heads = new ArrayList<>();
        for (Cell cell : cells) {
            String label = matrix.names().database(cell.database());
            Head last = heads.isEmpty() ? null : heads.get(heads.size() - 1);
            if (last != null && last.label().equals(label)) {
                heads.set(heads.size() - 1, new Head(label, last.span() + 1));
            } else {
                heads.add(new Head(label, 1));
            }
        }
        return heads;
    }

    private static List<Column> columns(List<Cell> cells) {
        return cells.stream().map(GridView::column).toList();
    }

    private static Column column(Cell cell) {
        Result result = Result.of(cell.result());
        return new Column(cell.scenario(), result.symbol() + " " + result.label(), result.css(), cell.reason());
    }

    private static Row row(int number, Changelog changelog, Migration migration, List<Cell> cells, Matrix matrix) {
        List<Outcome> outcomes =
                cells.stream().map(cell -> matrix.outcome(cell, migration.id())).toList();
        return new Row(
                number,
                matrix.link(changelog.id(), migration.id()),
                group(outcomes),
                outcomes.stream().map(Mark::of).toList());
    }

    /** A cell that did not run at all puts no single migration among the unchecked; its column says so already. */
    static String group(List<Outcome> outcomes) {
        if (outcomes.stream().anyMatch(Outcome::isProblem)) {
            return "problem";
        }
        boolean seen = outcomes.contains(Outcome.REVERSIBLE);
        boolean leftOut = outcomes.stream().anyMatch(outcome -> outcome.isUnchecked() && outcome != Outcome.NOT_RUN);
        return seen && !leftOut ? "fine" : "unchecked";
    }
}
