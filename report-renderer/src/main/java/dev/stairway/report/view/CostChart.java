package dev.stairway.report.view;

import dev.stairway.report.document.Performance.Comparison;
import dev.stairway.report.document.Performance.ComparisonEntry;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Times before and now side by side, with the range of their samples, for those that moved most. */
final class CostChart {

    static final String ID = "chart-performance";

    private static final int DRAWN = 15;

    private static final Set<Verdict> COMPARED = EnumSet.of(Verdict.REGRESSION, Verdict.IMPROVEMENT, Verdict.SAME);

    private CostChart() {}

    /** Empty when no time has both a previous and a current figure. */
    static List<ChartSeries> of(Matrix matrix) {
        Comparison comparison = matrix.metrics().performance() == null
                ? null
                : matrix.metrics().performance().comparison();
        List<ComparisonEntry> entries = comparison == null ? List.of() : drawn(comparison);
        if (entries.isEmpty()) {
            return List.of();
        }
        return List.of(new ChartSeries(
                ID,
                "Times before and now",
                "Bar chart of " + Units.count(entries.size(), "time") + " before and now, with their ranges; "
                        + entries.stream()
                                .filter(entry -> Verdict.of(entry) == Verdict.REGRESSION)
                                .count()
                        + " of them beyond the limit.",
                all(entries, entry -> label(entry, matrix)),
                all(
                        entries,
                        entry -> matrix.link(entry.changelog(), entry.migration())
                                .href()),
                List.of(
                        new ChartSeries.Bars(
                                "previous",
                                "previous",
                                all(entries, ComparisonEntry::previous),
                                all(entries, ComparisonEntry::previousLow),
                                all(entries, ComparisonEntry::previousHigh)),
                        new ChartSeries.Bars(
                                "current",
                                "current",
                                all(entries, ComparisonEntry::current),
                                all(entries, ComparisonEntry::currentLow),
                                all(entries, ComparisonEntry::currentHigh))),
                all(entries, entry -> entry.limit() == 0 ? null : entry.previous() * entry.limit()),
                all(entries, entry -> Verdict.of(entry) == Verdict.REGRESSION),
                ""));
    }

    private static <T> List<T> all(List<ComparisonEntry> entries, Function<ComparisonEntry, T> part) {
        return entries.stream().map(part).toList();
    }

    private static List<ComparisonEntry> drawn(Comparison comparison) {
        return comparison.entries().stream()
                .filter(entry -> entry.metric().endsWith("." + Cost.MILLIS))
                .filter(entry -> entry.previous() != null && entry.current() != null)
                .filter(entry -> COMPARED.contains(Verdict.of(entry)))
                .sorted(Comparator.comparing((ComparisonEntry entry) -> Verdict.of(entry) != Verdict.REGRESSION)
                        .thenComparing(Comparator.comparingDouble(
                                        (ComparisonEntry entry) -> Math.abs(entry.current() - entry.previous()))
                                .reversed()))
                .limit(DRAWN)
                .toList();
    }

    private static String label(ComparisonEntry entry, Matrix matrix) {
        return ChartSeries.label(matrix.migrationName(entry.changelog(), entry.migration())) + " · "
                + entry.metric().replace("." + Cost.MILLIS, "") + " · "
                + CostRow.where(entry.database(), entry.rows(), matrix);
    }
}
