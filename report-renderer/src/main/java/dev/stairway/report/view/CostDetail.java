package dev.stairway.report.view;

import dev.stairway.report.document.Performance.Scaling;
import dev.stairway.report.document.Performance.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What one migration costs on one database.
 *
 * @param growth sentences that say what the chart shows
 * @param plot time against rows; null when fewer than two sizes were measured
 * @param notes for example why the way down was not measured
 */
public record CostDetail(
        String where,
        List<String> growth,
        Plot plot,
        CostTable figures,
        List<LockTable> locks,
        List<TrafficTable> traffic,
        List<QueryRow> queries,
        List<String> notes) {

    static List<CostDetail> all(List<Cost> costs, long forecastRows, Matrix matrix) {
        return costs.stream().map(cost -> of(cost, forecastRows, matrix)).toList();
    }

    private static CostDetail of(Cost cost, long forecastRows, Matrix matrix) {
        String name = matrix.migrationName(cost.changelog(), cost.migration()) + " on "
                + matrix.names().database(cost.database());
        List<LockTable> locks = new ArrayList<>();
        List<TrafficTable> traffic = new ArrayList<>();
        for (Cost.Way way : Cost.Way.values()) {
            Side locked = largest(cost, way, side -> !side.statements().isEmpty());
            if (locked != null) {
                locks.add(LockTable.of(way, locked));
            }
            Side used = largest(cost, way, side -> !side.traffic().isEmpty());
            if (used != null) {
                traffic.add(TrafficTable.of(way, used, name));
            }
        }
        return new CostDetail(
                matrix.names().database(cost.database()),
                growth(cost, forecastRows),
                ScalingPlot.of(cost, forecastRows, name),
                CostTable.of(cost, forecastRows, matrix.names().words(cost.database())),
                locks,
                traffic,
                cost.queries().stream().map(query -> QueryRow.of(query, matrix)).toList(),
                notes(cost));
    }

    private static Side largest(Cost cost, Cost.Way way, Predicate<Side> wanted) {
        Cost.Sized size = cost.largest(way, wanted);
        return size == null ? null : way.of(size.step());
    }

    private static List<String> growth(Cost cost, long forecastRows) {
        List<String> sentences = new ArrayList<>();
        for (Cost.Way way : Cost.Way.values()) {
            Scaling scaling = cost.scaling(way, Cost.MILLIS);
            if (scaling != null) {
                sentences.add(Growth.sentence(scaling, forecastRows)
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
