package dev.stairway.report.view;

import dev.stairway.report.document.Performance;
import dev.stairway.report.document.Performance.Cell;
import java.util.List;

/**
 * What the migrations cost: the overview. What there is of one migration alone stands in its drill-down.
 *
 * @param method how it was measured, in a sentence
 * @param forecast title of the column with the forecast; empty when nobody asked for one
 * @param comparison null when there is no baseline
 * @param worst the most expensive first
 * @param others the rest of them
 * @param histories drawn, those of regressions first
 * @param historiesLeft that are in metrics.json only
 * @param cells that were to be measured
 */
public record PerformanceView(
        String method,
        String forecast,
        CostComparison comparison,
        List<CostRow> worst,
        List<CostRow> others,
        List<HistoryView> histories,
        int historiesLeft,
        List<RecoveryView> recoveries,
        List<QueryRow> queries,
        List<CellRow> cells) {

    private static final int WORST = 10;

    public record CellRow(
            String where, String rows, String css, String result, String migrations, String took, String reason) {}

    /** Null when nothing was to be measured. */
    static PerformanceView of(Matrix matrix, Costs costs) {
        Performance performance = matrix.metrics().performance();
        if (performance == null) {
            return null;
        }
        List<CostRow> rows = CostRow.worstFirst(costs).stream()
                .map(cost -> CostRow.of(cost, matrix))
                .toList();
        int worst = Math.min(WORST, rows.size());
        List<HistoryView> histories =
                performance.comparison() == null ? List.of() : HistoryView.all(performance.comparison(), matrix);
        int drawn = Math.min(HistoryView.DRAWN, histories.size());
        return new PerformanceView(
                method(performance),
                performance.forecastRows() > 0 ? "At " + Units.count(performance.forecastRows(), "row") : "",
                CostComparison.of(performance.comparison(), matrix),
                rows.subList(0, worst),
                rows.subList(worst, rows.size()),
                histories.subList(0, drawn),
                histories.size() - drawn,
                RecoveryView.all(performance, matrix),
                performance.queries().stream()
                        .map(query -> QueryRow.of(query, matrix))
                        .toList(),
                performance.cells().stream().map(cell -> cell(cell, matrix)).toList());
    }

    private static String method(Performance performance) {
        return "Median of " + Units.count(performance.repetitions(), "repetition") + " after "
                + Units.count(performance.warmUps(), "warm-up")
                + ", each on a fresh database, those of different cells in turn. Locks, clients and plans were watched in a"
                + " pass of their own.";
    }

    private static CellRow cell(Cell cell, Matrix matrix) {
        boolean measured = "MEASURED".equals(cell.result());
        Tone tone = !measured ? Tone.OFF : cell.reason().isEmpty() ? Tone.OK : Tone.LOSS;
        return new CellRow(
                matrix.names().database(cell.database()),
                matrix.names().words(cell.database()).filledUp(cell.rows()),
                tone.css(),
                measured ? cell.reason().isEmpty() ? "measured" : "measured in part" : "not measured",
                Units.count(cell.steps().size()),
                Units.millis(cell.durationMillis()),
                cell.reason());
    }
}
