package dev.stairway.report.view;

import dev.stairway.report.document.Performance.Scaling;
import dev.stairway.report.document.Performance.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * What one migration costs on one database.
 *
 * @param growth sentences that say what the chart shows
 * @param plots time against rows, and what clients met, as far as a drawing says more than a sentence
 * @param notes for example why the way down was not measured
 */
public record CostDetail(
        String where,
        List<String> growth,
        List<Plot> plots,
        CostTable figures,
        List<LockTable> locks,
        List<TrafficTable> traffic,
        List<QueryRow> queries,
        List<String> notes) {

    static List<CostDetail> all(List<Cost> costs, long forecastRows, Matrix matrix) {
        return costs.stream().map(cost -> of(cost, forecastRows, matrix)).toList();
    }

    private static CostDetail of(Cost cost, long forecastRows, Matrix matrix) {
        Words words = matrix.names().words(cost.database());
        String name = matrix.migrationName(cost.changelog(), cost.migration()) + " on "
                + matrix.names().database(cost.database());
        List<LockTable> locks = new ArrayList<>();
        List<TrafficTable> traffic = new ArrayList<>();
        List<Plot> plots = new ArrayList<>();
        plots.add(ScalingPlot.of(cost, forecastRows, words, name));
        for (Cost.Way way : Cost.Way.values()) {
            Side locked = largest(cost, way, side -> !side.statements().isEmpty());
            if (locked != null) {
                locks.add(LockTable.of(way, locked));
            }
            Side used = largest(cost, way, side -> !side.traffic().isEmpty());
            if (used != null) {
                traffic.add(TrafficTable.of(way, used));
                plots.add(TrafficPlot.of(way, used, name));
            }
        }
        plots.removeIf(Objects::isNull);
        return new CostDetail(
                matrix.names().database(cost.database()),
                growth(cost, forecastRows, words),
                plots,
                CostTable.of(cost, forecastRows, words),
                locks,
                traffic,
                cost.queries().stream().map(query -> QueryRow.of(query, matrix)).toList(),
                notes(cost));
    }

    private static Side largest(Cost cost, Cost.Way way, Predicate<Side> wanted) {
        Cost.Sized size = cost.largest(way, wanted);
        return size == null ? null : way.of(size.step());
    }

    private static List<String> growth(Cost cost, long forecastRows, Words words) {
        List<String> sentences = new ArrayList<>();
        for (Cost.Way way : Cost.Way.values()) {
            Scaling scaling = cost.scaling(way, Cost.MILLIS);
            if (scaling != null) {
                sentences.add(Growth.sentence(scaling, forecastRows, words)
                        + (scaling.why().isEmpty() ? "" : " " + scaling.why() + "."));
            }
        }
        return sentences;
    }

    private static List<String> notes(Cost cost) {
        return cost.sizes().stream()
                .map(size -> size.step().downReason())
                .filter(reason -> !reason.isEmpty())
                .distinct()
                .map(reason -> "Down was not measured: " + reason)
                .toList();
    }
}
