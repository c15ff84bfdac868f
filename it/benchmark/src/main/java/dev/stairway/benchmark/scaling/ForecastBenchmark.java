package dev.stairway.benchmark.scaling;

import dev.stairway.benchmark.Given;
import dev.stairway.benchmark.downtime.TwelveStatements;
import dev.stairway.database.DatabaseServer;
import dev.stairway.measure.scaling.Forecast;
import dev.stairway.measure.scaling.ScalingLaw;
import dev.stairway.measure.scaling.Shape;
import dev.stairway.measure.scaling.Size;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Measures the twelve statements on 1 000, 10 000 and 100 000 rows, forecasts the time on the big table, and measures that as
 * well: a round that does not count, then rounds in which every size has its turn.
 */
public final class ForecastBenchmark {

    private static final List<Integer> SMALL = List.of(1_000, 10_000, 100_000);

    /** How far a forecast of a linear cost may be off. */
    private static final double OFF = 0.3;

    private static final String ROW = "%-42s %8.1f %8.1f %8.1f  %-13s %9s %19s %9.1f %7s%n";

    private final List<ForecastStage> stages;
    private final int rounds;
    private final Pattern only;
    private int missed;

    private ForecastBenchmark(List<ForecastStage> stages, int rounds, Pattern only) {
        this.stages = stages;
        this.rounds = rounds;
        this.only = only;
    }

    /** Takes its settings from system properties that the pom sets. */
    public static void main(String[] arguments) throws Exception {
        int rows = Given.number("rows");
        try (DatabaseServer server = ForecastStage.server(Given.path("binaries"), rows)) {
            boolean processorTime = Given.flag("processorTime");
            List<ForecastStage> stages = new ArrayList<>();
            for (int size : SMALL) {
                stages.add(ForecastStage.open(server, size, processorTime));
            }
            stages.add(ForecastStage.open(server, rows, processorTime));
            ForecastBenchmark benchmark =
                    new ForecastBenchmark(stages, Given.number("rounds"), Pattern.compile(Given.text("only")));
            benchmark.run();
            stages.forEach(ForecastStage::close);
            if (benchmark.missed > 0 && Given.flag("failOnMiss")) {
                System.exit(1);
            }
        }
    }

    private void run() throws SQLException, IOException {
        System.out.printf(
                Locale.ROOT,
                "%-42s %8s %8s %8s  %-13s %9s %19s %9s %7s%n",
                "medians of " + rounds + ", ms",
                "1 000",
                "10 000",
                "100 000",
                "law",
                "forecast",
                "95 % interval",
                "measured",
                "off");
        List<TwelveStatements.Way> ways = TwelveStatements.all(1);
        for (int i = 0; i < ways.size(); i++) {
            // Behind a slow reader the time is the reader's, whatever the rows.
            if (!ways.get(i).slowReader() && only.matcher(ways.get(i).name()).find()) {
                statement(i);
            }
        }
        System.out.println(missed == 0 ? "All forecasts of linear costs are met" : missed + " forecasts missed");
    }

    private void statement(int index) throws SQLException, IOException {
        Map<Integer, List<Double>> times = new LinkedHashMap<>();
        for (int round = 0; round <= rounds; round++) {
            for (ForecastStage stage : stages) {
                double millis = stage.play(TwelveStatements.all(stage.rows()).get(index));
                if (round > 0) {
                    times.computeIfAbsent(stage.rows(), any -> new ArrayList<>())
                            .add(millis);
                }
            }
        }
        report(TwelveStatements.all(1).get(index).name(), times);
    }

    private void report(String name, Map<Integer, List<Double>> times) {
        ScalingLaw law = ScalingLaw.ofMillis(
                SMALL.stream()
                        .map(rows -> new Size(rows, median(times.get(rows)), error(times.get(rows))))
                        .toList(),
                null);
        int rows = stages.get(stages.size() - 1).rows();
        double measured = median(times.get(rows));
        Optional<Forecast> forecast = law.at(rows);
        double off = forecast.map(value -> value.value() / measured - 1).orElse(Double.NaN);
        boolean miss = law.shape() != Shape.METADATA_ONLY && !(Math.abs(off) <= OFF);
        missed += miss ? 1 : 0;
        System.out.printf(
                Locale.ROOT,
                ROW,
                name,
                median(times.get(SMALL.get(0))),
                median(times.get(SMALL.get(1))),
                median(times.get(SMALL.get(2))),
                law.shape() + (law.exponent() == null ? "" : String.format(Locale.ROOT, " %.2f", law.exponent())),
                forecast.map(value -> String.format(Locale.ROOT, "%.1f", value.value()))
                        .orElse("-"),
                forecast.map(value -> String.format(Locale.ROOT, "%.0f - %.0f", value.low(), value.high()))
                        .orElse(""),
                measured,
                String.format(Locale.ROOT, "%+.0f %%%s", 100 * off, miss ? " !" : ""));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** Standard error of the mean, which that of the median is near. */
    private static double error(List<Double> values) {
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        double squares =
                values.stream().mapToDouble(value -> Math.pow(value - mean, 2)).sum();
        return values.size() < 2 ? 0 : Math.sqrt(squares / (values.size() - 1) / values.size());
    }
}
