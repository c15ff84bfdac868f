package dev.stairway.report.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.stairway.report.document.Performance;
import dev.stairway.report.document.Performance.Cell;
import dev.stairway.report.document.Performance.Side;
import dev.stairway.report.document.Performance.Step;
import dev.stairway.report.file.WholeFile;
import dev.stairway.report.view.Medians;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The figures for github-action-benchmark, tool {@code customSmallerIsBetter}: for each cell what all its migrations take
 * together, and the time of each migration. It draws one chart for each name, so not every counter of each migration is there.
 *
 * @see <a href="https://github.com/benchmark-action/github-action-benchmark#examples">its examples</a>
 */
public final class BenchmarkJson {

    private static final JsonFactory JSON = new JsonFactory();
    private static final DefaultPrettyPrinter LINES =
            new DefaultPrettyPrinter().withArrayIndenter(new DefaultIndenter("  ", "\n"));

    private final JsonGenerator out;

    private BenchmarkJson(JsonGenerator out) {
        this.out = out;
    }

    /** Replaces an older file. */
    public static void write(Performance performance, Path file) throws IOException {
        WholeFile.write(file, json(performance));
    }

    static String json(Performance performance) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(text)) {
            generator.setPrettyPrinter(LINES.createInstance());
            generator.writeStartArray();
            BenchmarkJson benchmark = new BenchmarkJson(generator);
            for (Cell cell : performance.cells()) {
                benchmark.cell(cell);
            }
            generator.writeEndArray();
        }
        return text + "\n";
    }

    private void cell(Cell cell) throws IOException {
        if (cell.result().equals("MEASURED")) {
            whole(cell, "up", Step::up);
            whole(cell, "down", Step::down);
        }
        for (Step step : cell.steps()) {
            time(cell, step.migration() + ", up", step.up());
            time(cell, step.migration() + ", down", step.down());
        }
    }

    /** A cell that broke off has no whole: it would look like a gain. */
    private void whole(Cell cell, String direction, Function<Step, Side> way) throws IOException {
        List<Side> sides =
                cell.steps().stream().map(way).filter(Objects::nonNull).toList();
        if (sides.isEmpty()) {
            return;
        }
        double millis = sides.stream()
                .map(side -> Medians.of(side.millis()))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .sum();
        entry(name("all migrations, " + direction, "time", cell), "ms", millis, "", extra(cell, sides.size()));
        Map<String, Double> work = new TreeMap<>();
        sides.forEach(side -> side.counters().forEach((counter, values) -> {
            Double median = Medians.of(values);
            if (median != null) {
                work.merge(counter, median, Double::sum);
            }
        }));
        for (Map.Entry<String, Double> counter : work.entrySet()) {
            String unit = counter.getKey().endsWith("Bytes") ? "bytes" : counter.getKey();
            entry(
                    name("all migrations, " + direction, counter.getKey(), cell),
                    unit,
                    counter.getValue(),
                    "",
                    extra(cell, sides.size()));
        }
    }

    private static String extra(Cell cell, int migrations) {
        return migrations + (migrations == 1 ? " migration, " : " migrations, ") + cell.rows() + " rows per table";
    }

    /** @param side null when it was not measured */
    private void time(Cell cell, String what, Side side) throws IOException {
        Double median = side == null ? null : Medians.of(side.millis());
        if (median != null) {
            double half = (Collections.max(side.millis()) - Collections.min(side.millis())) / 2;
            entry(
                    name(what, "time", cell),
                    "ms",
                    median,
                    String.format(Locale.ROOT, "± %.3f", half),
                    side.millis().size() + " repetitions");
        }
    }

    private static String name(String what, String figure, Cell cell) {
        return cell.changelog() + ": " + what + ", " + figure + " (" + cell.database() + ", " + cell.rows() + " rows)";
    }

    private void entry(String name, String unit, double value, String range, String extra) throws IOException {
        out.writeStartObject();
        out.writeStringField("name", name);
        out.writeStringField("unit", unit);
        out.writeNumberField("value", Math.round(value * 1e3) / 1e3);
        if (!range.isEmpty()) {
            out.writeStringField("range", range);
        }
        out.writeStringField("extra", extra);
        out.writeEndObject();
    }
}
