package dev.stairway.metrics;

import dev.stairway.measure.scaling.Forecast;
import dev.stairway.measure.scaling.ScalingLaw;
import dev.stairway.measure.scaling.Shape;
import dev.stairway.measure.scaling.Size;
import dev.stairway.measure.work.Counter;
import dev.stairway.metrics.Performance.Point;
import dev.stairway.metrics.Performance.Scaling;
import dev.stairway.perf.PerfReport;
import dev.stairway.perf.PerfReport.Side;
import dev.stairway.perf.PerfReport.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** How the cost of each migration grows with the rows, as records of the metrics document. */
final class ScalingRecords {

    /** Of a normal distribution, the median of a sample varies so much more than its mean. */
    private static final double MEDIAN = 1.2533;

    private final String changelog;
    private final String database;
    private final String migration;
    private final String direction;
    private final long forecastRows;

    private ScalingRecords(String changelog, String database, String migration, String direction, long forecastRows) {
        this.changelog = changelog;
        this.database = database;
        this.migration = migration;
        this.direction = direction;
        this.forecastRows = forecastRows;
    }

    private record Place(String changelog, String database) {}

    /** Of all migrations that were measured with at least two numbers of rows. */
    static List<Scaling> of(List<PerfReport> reports, long forecastRows) {
        Map<Place, List<PerfReport>> places = new LinkedHashMap<>();
        reports.forEach(report -> places.computeIfAbsent(
                        new Place(report.cell().changelogId(), report.database().key()), any -> new ArrayList<>())
                .add(report));
        List<Scaling> all = new ArrayList<>();
        places.forEach((place, sizes) -> migrations(sizes).forEach(id -> {
            all.addAll(new ScalingRecords(place.changelog, place.database, id, "up", forecastRows)
                    .of(sides(sizes, id, Step::up)));
            all.addAll(new ScalingRecords(place.changelog, place.database, id, "down", forecastRows)
                    .of(sides(sizes, id, Step::down)));
        }));
        return all;
    }

    private static List<String> migrations(List<PerfReport> sizes) {
        return sizes.stream()
                .flatMap(report -> report.steps().stream())
                .map(step -> step.migration().id())
                .distinct()
                .toList();
    }

    /** By rows. */
    private static Map<Integer, Side> sides(List<PerfReport> sizes, String migration, Function<Step, Side> way) {
        Map<Integer, Side> sides = new LinkedHashMap<>();
        for (PerfReport report : sizes) {
            report.steps().stream()
                    .filter(step -> step.migration().id().equals(migration))
                    .map(way)
                    .filter(side -> side != null && !side.nanos().isEmpty())
                    .forEach(side -> sides.put(report.rows(), side));
        }
        return sides;
    }

    private List<Scaling> of(Map<Integer, Side> sides) {
        List<Scaling> figures = new ArrayList<>();
        if (sides.size() < 2) {
            return figures;
        }
        Shape work = null;
        for (Counter counter : Counter.values()) {
            List<Size> sizes = sizes(sides, side -> values(side, counter));
            if (counter.gated() && counter != Counter.STATEMENTS && sizes.size() == sides.size()) {
                ScalingLaw law = ScalingLaw.ofWork(sizes, counter.floor());
                work = worse(work, law.shape());
                figures.add(scaling(counter.key(), law, sizes));
            }
        }
        List<Size> times = sizes(
                sides, side -> side.nanos().stream().map(nanos -> nanos / 1e6).toList());
        figures.add(0, scaling("millis", ScalingLaw.ofMillis(times, work), times));
        return figures;
    }

    private static List<Double> values(Side side, Counter counter) {
        return side.counters().getOrDefault(counter, List.of()).stream()
                .map(Long::doubleValue)
                .toList();
    }

    /** Those that have any value. */
    private static List<Size> sizes(Map<Integer, Side> sides, Function<Side, List<Double>> figure) {
        List<Size> sizes = new ArrayList<>();
        sides.forEach((rows, side) -> {
            List<Double> values = figure.apply(side);
            if (!values.isEmpty()) {
                sizes.add(new Size(rows, median(values), error(values)));
            }
        });
        return sizes;
    }

    /** One counter that sees growth is enough. */
    private static Shape worse(Shape one, Shape other) {
        if (one == null || one == Shape.UNKNOWN) {
            return other;
        }
        return other == Shape.UNKNOWN || one.compareTo(other) >= 0 ? one : other;
    }

    private Scaling scaling(String metric, ScalingLaw law, List<Size> sizes) {
        Optional<Forecast> forecast = forecastRows == 0 ? Optional.empty() : law.at(forecastRows);
        return new Scaling(
                changelog,
                database,
                migration,
                direction,
                metric,
                law.shape().name(),
                law.why(),
                sizes.stream().map(size -> new Point(size.rows(), size.value())).toList(),
                law.intercept(),
                law.slope(),
                law.exponent(),
                forecast.map(Forecast::value).orElse(null),
                forecast.map(Forecast::low).orElse(null),
                forecast.map(Forecast::high).orElse(null));
    }

    private static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** Standard error of the median; 0 where one value alone is known. */
    private static double error(List<Double> values) {
        int n = values.size();
        if (n < 2) {
            return 0;
        }
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        double squares = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        return MEDIAN * Math.sqrt(squares / (n - 1) / n);
    }
}
