package dev.stairway.report.view;

import dev.stairway.report.document.Performance.Comparison;
import dev.stairway.report.document.Performance.ComparisonEntry;
import dev.stairway.report.document.Performance.History;
import dev.stairway.report.document.Performance.Moment;
import dev.stairway.report.view.Plot.Dot;
import dev.stairway.report.view.Plot.Key;
import dev.stairway.report.view.Plot.Line;
import dev.stairway.report.view.Plot.Tick;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One figure over the runs.
 *
 * @param threshold value from which on it is a regression; empty where there is none
 */
public record HistoryView(
        MigrationLink migration, String where, String figure, Plot plot, String threshold, List<Row> rows) {

    static final int DRAWN = 12;

    public record Row(String at, String value) {}

    /** Those of regressions first. */
    static List<HistoryView> all(Comparison comparison, Matrix matrix) {
        record Found(History history, ComparisonEntry entry) {}
        return comparison.history().stream()
                .filter(history -> history.points().size() > 1)
                .map(history -> new Found(history, entry(history, comparison)))
                .sorted(Comparator.comparing(
                        found -> found.entry() == null ? Verdict.UNKNOWN : Verdict.of(found.entry())))
                .map(found -> of(found.history(), found.entry(), matrix))
                .toList();
    }

    private static ComparisonEntry entry(History history, Comparison comparison) {
        return comparison.entries().stream()
                .filter(entry -> entry.metric().equals(history.metric())
                        && entry.rows() == history.rows()
                        && entry.migration().equals(history.migration())
                        && entry.database().equals(history.database())
                        && entry.changelog().equals(history.changelog()))
                .findFirst()
                .orElse(null);
    }

    private static HistoryView of(History history, ComparisonEntry entry, Matrix matrix) {
        Double threshold = entry == null || entry.previous() == null || entry.limit() == 0
                ? null
                : entry.previous() * entry.limit();
        MigrationLink migration = matrix.link(history.changelog(), history.migration());
        String figure = Figures.title(history.metric());
        String where = CostRow.where(history.database(), history.rows(), matrix);
        return new HistoryView(
                migration,
                where,
                figure,
                plot(history, entry, threshold, migration.label() + ", " + figure + ", " + where),
                threshold == null ? "" : Figures.value(history.metric(), threshold),
                history.points().stream()
                        .map(point ->
                                new Row(Units.instant(point.at()), Figures.value(history.metric(), point.value())))
                        .toList());
    }

    private static Plot plot(History history, ComparisonEntry entry, Double threshold, String name) {
        List<Moment> points = history.points();
        double largest = points.stream().mapToDouble(Moment::value).max().orElse(1);
        double top = Math.max(largest, threshold == null ? 0 : threshold);
        Axis upward = Axis.linear(top, Figures.unit(history.metric(), top), Plot.BOTTOM, Plot.TOP);
        List<Double> line = new ArrayList<>();
        List<Dot> dots = new ArrayList<>();
        double width = (Plot.RIGHT - Plot.LEFT - 16) / (points.size() - 1.0);
        for (int run = 0; run < points.size(); run++) {
            Moment point = points.get(run);
            double x = Plot.LEFT + 8 + run * width;
            double y = upward.at(point.value());
            line.add(x);
            line.add(y);
            boolean last = run == points.size() - 1;
            dots.add(new Dot(
                    (last ? verdict(entry) : Tone.AGAIN).css(),
                    !last,
                    x,
                    y,
                    Units.instant(point.at()) + ": " + Figures.value(history.metric(), point.value())));
        }
        List<Line> lines = new ArrayList<>(List.of(new Line(Tone.AGAIN.css(), false, line)));
        List<Key> keys = new ArrayList<>();
        if (threshold != null) {
            double y = upward.at(threshold);
            lines.add(new Line(Tone.BAD.css(), true, List.of(Plot.LEFT, y, Plot.RIGHT, y)));
            keys.add(new Key(Tone.BAD.css(), true, true, "limit " + Figures.value(history.metric(), threshold)));
        }
        return new Plot(
                name,
                summary(history, threshold, name),
                List.of(tick(points, 0, Plot.LEFT + 8), tick(points, points.size() - 1, Plot.RIGHT - 8)),
                upward.ticks(value -> Figures.tick(history.metric(), value)),
                lines,
                List.of(),
                dots,
                keys);
    }

    private static Tone verdict(ComparisonEntry entry) {
        return entry != null && Verdict.of(entry) == Verdict.REGRESSION ? Tone.BAD : Tone.OK;
    }

    private static Tick tick(List<Moment> points, int run, double x) {
        String at = Units.instant(points.get(run).at());
        return new Tick(x, at.length() > 10 ? at.substring(0, 10) : at);
    }

    private static String summary(History history, Double threshold, String name) {
        List<Moment> points = history.points();
        return "Line of " + points.size() + " runs of " + name + ": from "
                + Figures.value(history.metric(), points.get(0).value()) + " to "
                + Figures.value(history.metric(), points.get(points.size() - 1).value())
                + (threshold == null ? "." : "; the limit is " + Figures.value(history.metric(), threshold) + ".");
    }
}
