package dev.stairway.report.view;

import dev.stairway.report.document.Comparison;
import dev.stairway.report.document.Comparison.Entry;
import java.util.Comparator;
import java.util.List;

/** Previous and current side by side for the figures that moved most. */
final class ComparisonChart {

    private static final int DRAWN = 15;

    private ComparisonChart() {}

    /** Empty when nothing has both a previous and a current figure. */
    static List<ChartSeries> of(Matrix matrix) {
        Comparison comparison = matrix.metrics().comparison();
        List<Entry> entries = comparison == null ? List.of() : drawn(comparison);
        if (entries.isEmpty()) {
            return List.of();
        }
        int regressions = ComparisonView.regressions(comparison);
        return List.of(new ChartSeries(
                "chart-comparison",
                "Previous and current",
                "Bar chart of previous and current times. " + (regressions == 0 ? "None" : Units.count(regressions))
                        + " beyond the limit.",
                entries.stream().map(entry -> label(entry, matrix)).toList(),
                entries.stream()
                        .map(entry -> matrix.link(entry.changelog(), entry.migration())
                                .href())
                        .toList(),
                List.of(
                        new ChartSeries.Bars(
                                "previous",
                                "previous",
                                entries.stream().map(Entry::previous).toList()),
                        new ChartSeries.Bars(
                                "current",
                                "current",
                                entries.stream().map(Entry::current).toList())),
                entries.stream()
                        .map(entry -> entry.limit() == 0 ? null : entry.previous() * entry.limit())
                        .toList(),
                entries.stream().map(Entry::isRegression).toList(),
                ""));
    }

    private static List<Entry> drawn(Comparison comparison) {
        return comparison.entries().stream()
                .filter(entry -> entry.previous() != null && entry.current() != null)
                .sorted(Comparator.comparing(Entry::isRegression)
                        .reversed()
                        .thenComparing(Comparator.comparingDouble(
                                        (Entry entry) -> Math.abs(entry.current() - entry.previous()))
                                .reversed()))
                .limit(DRAWN)
                .toList();
    }

    private static String label(Entry entry, Matrix matrix) {
        return ChartSeries.label(matrix.migrationName(entry.changelog(), entry.migration())) + " · "
                + ComparisonView.metric(entry.metric()) + " · "
                + matrix.names().where(entry.database(), entry.scenario());
    }
}
