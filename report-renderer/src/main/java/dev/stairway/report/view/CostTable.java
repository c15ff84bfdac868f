package dev.stairway.report.view;

import dev.stairway.report.document.Performance.ComparisonEntry;
import dev.stairway.report.document.Performance.Scaling;
import dev.stairway.report.document.Performance.Side;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * The figures of one migration on one database.
 *
 * @param sizes titles of the columns, one for each number of rows
 * @param forecast title of the column with the forecast; empty when there is none
 * @param previous title of the column with the baseline's figures; empty when there is none
 */
public record CostTable(List<String> sizes, String forecast, String previous, List<Row> rows) {

    /**
     * @param values one for each size
     * @param verdict against the baseline; empty where there is nothing to say
     */
    public record Row(
            String way,
            String figure,
            List<String> values,
            String forecast,
            String previous,
            String css,
            String verdict) {}

    /** Builds one row after the other. */
    private record Builder(Cost cost, List<Row> rows) {

        void way(Cost.Way way) {
            add(way, Cost.MILLIS, Cost.MILLIS, side -> Medians.of(side.millis()));
            add(
                    way,
                    "server, processor",
                    "cpuMillis",
                    side -> Medians.of(side.host().serverCpuMillis()));
            add(
                    way,
                    "server, most memory",
                    "peakBytes",
                    side -> number(side.host().serverPeakBytes()));
            add(
                    way,
                    "engine, processor",
                    "cpuMillis",
                    side -> Medians.of(side.host().engineCpuMillis()));
            add(
                    way,
                    "engine, most memory",
                    "peakBytes",
                    side -> number(side.host().enginePeakBytes()));
            for (String counter : counters(way)) {
                add(way, counter, counter, side -> Medians.of(side.counters().getOrDefault(counter, List.of())));
            }
        }

        private Set<String> counters(Cost.Way way) {
            Set<String> counters = new LinkedHashSet<>();
            cost.sizes().stream()
                    .map(size -> way.of(size.step()))
                    .filter(Objects::nonNull)
                    .forEach(side -> counters.addAll(side.counters().keySet()));
            return counters;
        }

        /** Leaves out what is nothing at every size. */
        private void add(Cost.Way way, String figure, String unit, Function<Side, Double> value) {
            List<Double> values = new ArrayList<>();
            for (Cost.Sized size : cost.sizes()) {
                Side side = way.of(size.step());
                values.add(side == null ? null : value.apply(side));
            }
            if (values.stream().anyMatch(one -> one != null && one != 0)) {
                rows.add(row(way, figure, unit, values));
            }
        }

        private Row row(Cost.Way way, String figure, String unit, List<Double> values) {
            Scaling scaling = cost.scaling(way, figure);
            ComparisonEntry entry =
                    cost.entry(cost.sizes().get(cost.sizes().size() - 1).rows(), way, figure);
            Verdict verdict = entry == null ? Verdict.UNKNOWN : Verdict.of(entry);
            return new Row(
                    way.word(),
                    Figures.name(figure),
                    values.stream().map(one -> Figures.value(unit, one)).toList(),
                    Growth.forecast(scaling),
                    entry == null ? Units.NOTHING : Figures.value(figure, entry.previous()),
                    verdict.css(),
                    entry == null
                            ? ""
                            : (verdict.label() + " " + (entry.ratio() == null ? "" : Units.ratio(entry.ratio())))
                                    .strip());
        }

        private static Double number(Long value) {
            return value == null ? null : Double.valueOf(value);
        }
    }

    static CostTable of(Cost cost, long forecastRows, Words words) {
        Builder builder = new Builder(cost, new ArrayList<>());
        for (Cost.Way way : Cost.Way.values()) {
            builder.way(way);
        }
        boolean forecast = cost.scalings().stream().anyMatch(scaling -> scaling.forecast() != null);
        return new CostTable(
                cost.sizes().stream()
                        .map(size -> Units.count(size.rows(), words.item()))
                        .toList(),
                forecast ? "at " + Units.count(forecastRows) : "",
                cost.entries().isEmpty() ? "" : "before",
                builder.rows());
    }
}
