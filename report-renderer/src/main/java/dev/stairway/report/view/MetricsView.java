package dev.stairway.report.view;

import dev.stairway.report.document.Metrics;
import java.util.ArrayList;
import java.util.List;

/** The whole page as a model: text ready to be shown, in the order in which it is shown. */
public record MetricsView(
        String title,
        String subtitle,
        Banner banner,
        List<Tile> tiles,
        List<Share> shares,
        List<FindingView> findings,
        List<GridView> grids,
        List<VersionsView> versions,
        NotChecked notChecked,
        ComparisonView comparison,
        List<TimesView> times,
        List<WorkView> work,
        List<ChartSeries> charts,
        List<MigrationView> migrations,
        RunFacts run) {

    /** Pure: the same document gives the same page. */
    public static MetricsView of(Metrics metrics) {
        Matrix matrix = new Matrix(metrics);
        NotChecked notChecked = NotChecked.of(matrix);
        List<Share> shares = Share.all(matrix);
        List<TimesView> times = TimesView.all(matrix);
        return new MetricsView(
                title(metrics),
                subtitle(metrics.run()),
                Banner.of(matrix, notChecked),
                Tile.all(matrix, shares, notChecked),
                shares,
                FindingView.all(matrix),
                GridView.all(matrix),
                VersionsView.all(matrix),
                notChecked,
                ComparisonView.of(matrix),
                times,
                WorkView.all(matrix),
                charts(matrix, times),
                MigrationViews.all(matrix),
                RunFacts.of(matrix));
    }

    private static String title(Metrics metrics) {
        String name = metrics.run().projectName().isBlank()
                ? metrics.run().project()
                : metrics.run().projectName();
        return name.isBlank() ? "Migrations" : name;
    }

    private static String subtitle(Metrics.Run run) {
        List<String> parts = new ArrayList<>();
        parts.add(run.project());
        parts.add(run.goal().isBlank() ? "" : "migration:" + run.goal());
        parts.add(run.startedAt().isBlank() ? "" : Units.instant(run.startedAt()));
        parts.add(run.durationMillis() == 0 ? "" : Units.millis(run.durationMillis()));
        parts.removeIf(String::isBlank);
        return String.join(" · ", parts);
    }

    private static List<ChartSeries> charts(Matrix matrix, List<TimesView> times) {
        List<ChartSeries> charts = new ArrayList<>(ComparisonChart.of(matrix));
        times.stream().map(TimesView::chart).filter(chart -> chart.lines() > 0).forEach(charts::add);
        return charts;
    }

    /** Null when there is nothing to draw. */
    public ChartSeries comparisonChart() {
        return charts.stream()
                .filter(chart -> "chart-comparison".equals(chart.id()))
                .findFirst()
                .orElse(null);
    }
}
