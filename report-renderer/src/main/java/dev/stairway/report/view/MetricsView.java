package dev.stairway.report.view;

import dev.stairway.report.document.Metrics;
import java.util.ArrayList;
import java.util.List;

/**
 * The whole page as a model: text ready to be shown, in the order in which it is shown.
 *
 * @param walked false when this run only measured, read, compared, tried backups or killed, so that nothing is said of ways up and down
 * @param performance null when it was not measured
 * @param safety null when the migrations were not read for danger
 * @param crossDb null when databases were not compared
 * @param backups null when none were tried
 * @param crashes null when nothing was killed
 */
public record MetricsView(
        String title,
        String subtitle,
        boolean walked,
        Banner banner,
        List<Tile> tiles,
        List<Share> shares,
        List<FindingView> findings,
        List<GridView> grids,
        List<VersionsView> versions,
        NotChecked notChecked,
        List<TimesView> times,
        List<WorkView> work,
        PerformanceView performance,
        SafetyView safety,
        CrossDbView crossDb,
        BackupsView backups,
        CrashesView crashes,
        List<ChartSeries> charts,
        List<MigrationView> migrations,
        RunFacts run) {

    /** Pure: the same document gives the same page. */
    public static MetricsView of(Metrics metrics) {
        Matrix matrix = new Matrix(metrics);
        NotChecked notChecked = NotChecked.of(matrix);
        List<Share> shares = Share.all(matrix);
        List<TimesView> times = TimesView.all(matrix);
        Costs costs = Costs.of(matrix);
        PerformanceView performance = PerformanceView.of(matrix, costs);
        boolean other = metrics.performance() != null
                || metrics.safety() != null
                || metrics.crossDb() != null
                || metrics.backups() != null
                || metrics.crashes() != null;
        boolean walked = !other || !metrics.cells().isEmpty();
        return new MetricsView(
                title(metrics),
                subtitle(metrics.run()),
                walked,
                Banner.of(matrix, notChecked),
                tiles(walked ? Tile.all(matrix, shares, notChecked) : List.of(), performance),
                shares,
                FindingView.all(matrix),
                GridView.all(matrix),
                VersionsView.all(matrix),
                notChecked,
                times,
                WorkView.all(matrix),
                performance,
                SafetyView.of(matrix),
                CrossDbView.of(matrix),
                BackupsView.of(matrix),
                CrashesView.of(matrix),
                charts(matrix, times),
                MigrationViews.all(matrix, costs),
                RunFacts.of(matrix));
    }

    private static List<Tile> tiles(List<Tile> walked, PerformanceView performance) {
        List<Tile> tiles = new ArrayList<>(walked);
        tiles.addAll(performance == null ? List.of() : performance.tiles());
        return tiles;
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
        List<ChartSeries> charts = new ArrayList<>(CostChart.of(matrix));
        times.stream().map(TimesView::chart).filter(chart -> chart.lines() > 0).forEach(charts::add);
        return charts;
    }

    /** Null when there is nothing to draw. */
    public ChartSeries costChart() {
        return chart(CostChart.ID);
    }

    private ChartSeries chart(String id) {
        return charts.stream()
                .filter(chart -> id.equals(chart.id()))
                .findFirst()
                .orElse(null);
    }
}
