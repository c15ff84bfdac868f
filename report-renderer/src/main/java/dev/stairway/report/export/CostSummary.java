package dev.stairway.report.export;

import dev.stairway.report.view.CostComparison;
import dev.stairway.report.view.CostRow;
import dev.stairway.report.view.PerformanceView;
import dev.stairway.report.view.QueryRow;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the migrations cost, as Markdown: the headline, what got worse, the most expensive ones. */
final class CostSummary {

    private static final int REGRESSIONS = 10;
    private static final int QUERIES = 10;

    private final StringBuilder out = new StringBuilder();

    private CostSummary() {}

    /** @param view null when nothing was measured */
    static String markdown(PerformanceView view) {
        if (view == null) {
            return "";
        }
        CostSummary summary = new CostSummary();
        summary.head(view);
        summary.regressions(view.comparison());
        summary.costs(view);
        summary.queries(view.queries());
        summary.notMeasured(view.cells());
        return summary.out.append('\n').toString();
    }

    private void head(PerformanceView view) {
        line("### What the migrations cost");
        line("");
        line(view.tiles().stream()
                .map(tile -> Markdown.text(tile.label()) + " **" + Markdown.text(tile.value()) + "** ("
                        + Markdown.text(tile.detail()) + ")")
                .collect(Collectors.joining(" · ")));
        line("");
    }

    private void regressions(CostComparison comparison) {
        if (comparison == null) {
            return;
        }
        line((comparison.regressions() == 0 ? "No figure got worse" : "Worse")
                + " than in " + Markdown.text(comparison.baseline()) + " of " + Markdown.text(comparison.recorded())
                + (comparison.sameEnvironment()
                        ? ""
                        : ", another environment: " + Markdown.text(comparison.environment()))
                + (comparison.regressions() == 0 ? "." : ":"));
        line("");
        if (comparison.regressions() == 0) {
            return;
        }
        table(List.of("Migration", "Where", "Figure", "Previous", "Current", "Ratio", "Limit", "Chance"), "lllrrrrl");
        comparison.notable().stream()
                .limit(Math.min(REGRESSIONS, comparison.regressions()))
                .forEach(row -> row(Stream.of(
                        row.migration().label() + (row.gate().isEmpty() ? "" : " (" + row.gate() + ")"),
                        row.where(),
                        row.figure(),
                        row.previous() + ends(row.previousRange()),
                        row.current() + ends(row.currentRange()),
                        row.ratio(),
                        row.limit(),
                        row.chance())));
        more(comparison.regressions() - REGRESSIONS, "regressions");
    }

    private static String ends(String range) {
        return range.isEmpty() ? "" : " (" + range + ")";
    }

    private void costs(PerformanceView view) {
        if (view.worst().isEmpty()) {
            return;
        }
        boolean forecast = !view.forecast().isEmpty();
        line("The most expensive, at the largest number of rows:");
        line("");
        table(
                Stream.of(
                                "Migration",
                                "Where",
                                "Up",
                                "Down",
                                "Grows",
                                forecast ? view.forecast() : "",
                                "Locks keep out",
                                "Clients waited")
                        .filter(title -> !title.isEmpty())
                        .toList(),
                forecast ? "llrrlrll" : "llrrlll");
        for (CostRow row : view.worst()) {
            row(Stream.of(
                            Stream.of(row.migration().label(), row.where(), row.up(), row.down(), row.grows()),
                            forecast ? Stream.of(row.forecast() + ends(row.forecastRange())) : Stream.<String>empty(),
                            Stream.of(row.locks(), row.clients()))
                    .flatMap(part -> part));
        }
        more(view.others().size(), "migrations");
    }

    private void queries(List<QueryRow> queries) {
        if (queries.isEmpty()) {
            return;
        }
        line("Queries of the application:");
        line("");
        queries.stream()
                .limit(QUERIES)
                .forEach(query ->
                        line("- **" + Markdown.text(query.kind()) + "** " + Markdown.text(query.query()) + " by "
                                + Markdown.text(query.migration().label()) + ", " + Markdown.text(query.where()) + ": "
                                + Markdown.text(query.text())));
        more(queries.size() - QUERIES, "queries");
    }

    private void notMeasured(List<PerformanceView.CellRow> cells) {
        cells.stream()
                .filter(cell -> !cell.reason().isEmpty())
                .forEach(cell -> line("- " + Markdown.text(cell.result()) + ": " + Markdown.text(cell.where()) + ", "
                        + Markdown.text(cell.rows()) + ": " + Markdown.text(cell.reason())));
    }

    /** @param columns a letter for each: l for text, r for numbers */
    private void table(List<String> titles, String columns) {
        row(titles.stream());
        line("|" + columns.replace("l", " --- |").replace("r", " ---: |"));
    }

    private void row(Stream<String> cells) {
        line(cells.map(Markdown::text).collect(Collectors.joining(" | ", "| ", " |")));
    }

    private void more(int number, String noun) {
        line(number > 0 ? "\n" + number + " more " + noun + " in the report.\n" : "");
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
