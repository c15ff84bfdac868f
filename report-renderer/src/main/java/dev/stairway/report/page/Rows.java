package dev.stairway.report.page;

import dev.stairway.report.view.CostComparison;
import dev.stairway.report.view.GridView;
import dev.stairway.report.view.MetricsView;
import dev.stairway.report.view.MigrationLink;
import dev.stairway.report.view.PerformanceView;
import dev.stairway.report.view.TimesView;
import dev.stairway.report.view.WorkView;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes what there is one of per migration into the places that the templates leave for it, each marked by a comment. For
 * a thousand migrations these are a megabyte, which takes a template engine longer than everything else on the page. Data
 * cannot forge a mark, because every less-than sign of it is escaped.
 */
final class Rows {

    private static final String MARK = "<!--rows:";
    private static final String END = "-->";

    private final Html out;

    private Rows(Html out) {
        this.out = out;
    }

    /**
     * @param frame the page without these rows
     * @param terse true to leave out what HTML does not need
     */
    static String fill(String frame, MetricsView view, boolean terse) {
        StringBuilder page =
                new StringBuilder(frame.length() + 2_000 * view.migrations().size());
        Rows rows = new Rows(new Html(page, terse));
        Map<String, Deque<Runnable>> open = rows.places(view);
        int from = 0;
        for (int mark = frame.indexOf(MARK); mark >= 0; mark = frame.indexOf(MARK, from)) {
            int end = frame.indexOf(END, mark);
            page.append(frame, from, mark);
            open.get(frame.substring(mark + MARK.length(), end)).remove().run();
            from = end + END.length();
        }
        return page.append(frame, from, frame.length()).toString();
    }

    /** Marks of one name come in the order of the view. */
    private Map<String, Deque<Runnable>> places(MetricsView view) {
        Map<String, Deque<Runnable>> places = new HashMap<>(places(view.performance()));
        places.putAll(Map.of(
                "grid", queue(view.grids().stream().map(grid -> () -> grid(grid.rows()))),
                "times", queue(view.times().stream().map(times -> () -> times(times.rows()))),
                "work", queue(view.work().stream().map(work -> () -> work(work.rows()))),
                "migrations", queue(Stream.of(() -> view.migrations().forEach(new MigrationRows(out)::write)))));
        return places;
    }

    private Map<String, Deque<Runnable>> places(PerformanceView view) {
        if (view == null) {
            return Map.of();
        }
        PerformanceRows rows = new PerformanceRows(out);
        boolean forecast = !view.forecast().isEmpty();
        CostComparison compared = view.comparison();
        return Map.of(
                "costs",
                        queue(Stream.of(view.worst(), view.others())
                                .map(costs -> () -> rows.costs(costs, forecast, compared != null))),
                "compared", queue(Stream.of(() -> rows.compared(compared == null ? List.of() : compared.notable()))),
                "histories", queue(Stream.of(() -> view.histories().forEach(rows::history))),
                "recovery", queue(view.recoveries().stream().map(recovery -> () -> rows.recovery(recovery.rows()))));
    }

    private static Deque<Runnable> queue(Stream<Runnable> places) {
        return new ArrayDeque<>(places.toList());
    }

    private void grid(List<GridView.Row> rows) {
        for (GridView.Row row : rows) {
            out.raw("<tr")
                    .word("class", row.group())
                    .raw("><td")
                    .word("class", "n")
                    .raw(">");
            out.text(Integer.toString(row.number()))
                    .end("td")
                    .raw("<th")
                    .word("scope", "row")
                    .raw("><a");
            out.word("href", row.migration().href())
                    .raw(">")
                    .text(row.migration().label())
                    .raw("</a>")
                    .end("th");
            for (GridView.Mark mark : row.marks()) {
                out.raw("<td")
                        .word("class", mark.css())
                        .raw(">")
                        .text(mark.text())
                        .end("td");
            }
            out.end("tr");
        }
    }

    private void times(List<TimesView.Row> rows) {
        rows.forEach(row -> figures(row.migration(), row.figures()));
    }

    private void work(List<WorkView.Row> rows) {
        rows.forEach(row -> figures(row.migration(), row.figures()));
    }

    private void figures(MigrationLink migration, List<String> figures) {
        out.raw("<tr><th").word("scope", "row").raw(">").text(migration.label()).end("th");
        for (String figure : figures) {
            out.raw("<td>").text(figure).end("td");
        }
        out.end("tr");
    }
}
