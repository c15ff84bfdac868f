package dev.stairway.report.export;

import dev.stairway.report.document.Finding;
import dev.stairway.report.document.Metrics;
import dev.stairway.report.document.Performance;
import dev.stairway.report.document.Performance.Cell;
import dev.stairway.report.document.Performance.ComparisonEntry;
import dev.stairway.report.document.Performance.Side;
import dev.stairway.report.document.Performance.Step;
import dev.stairway.report.document.Performance.Traffic;
import dev.stairway.report.file.WholeFile;
import dev.stairway.report.view.Medians;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The figures of a run as OpenMetrics text, for a textfile collector or a push gateway: times in seconds, sizes in bytes.
 *
 * @see <a href="https://github.com/prometheus/OpenMetrics/blob/main/specification/OpenMetrics.md">OpenMetrics 1.0</a>
 */
public final class OpenMetrics {

    private static final String RULE = "stairway_findings";

    private final MetricFamilies out = new MetricFamilies();

    private OpenMetrics() {}

    /** Replaces an older file. */
    public static void write(Metrics metrics, Path file) throws IOException {
        WholeFile.write(file, text(metrics));
    }

    static String text(Metrics metrics) {
        OpenMetrics text = new OpenMetrics();
        text.run(metrics);
        text.findings(metrics.findings());
        if (metrics.performance() != null) {
            text.cells(metrics.performance());
            text.comparison(metrics.performance().comparison());
        }
        return text.out.text();
    }

    private void run(Metrics metrics) {
        out.family("stairway_run", "info", "", "What was run.");
        out.sample(
                "stairway_run_info",
                1,
                "goal",
                metrics.run().goal(),
                "project",
                metrics.run().project(),
                "plugin",
                metrics.run().tool().getOrDefault("plugin", ""));
        out.family("stairway_run_duration_seconds", "gauge", "seconds", "Wall time of the goal.");
        out.sample("stairway_run_duration_seconds", metrics.run().durationMillis() / 1e3);
        out.family("stairway_gate_failed", "gauge", "", "1 when the run fails the build.");
        out.sample("stairway_gate_failed", metrics.gate().failed() ? 1 : 0);
    }

    private void findings(List<Finding> findings) {
        out.family(RULE, "gauge", "", "Findings by rule, severity and whether they are waived.");
        for (Finding finding : findings) {
            out.add(
                    RULE,
                    1,
                    "rule",
                    finding.rule(),
                    "severity",
                    finding.severity(),
                    "waived",
                    Boolean.toString(finding.waived()));
        }
    }

    private void cells(Performance performance) {
        for (Cell cell : performance.cells()) {
            for (Step step : cell.steps()) {
                side(cell, step, "up", step.up());
                side(cell, step, "down", step.down());
            }
        }
    }

    private void side(Cell cell, Step step, String direction, Side side) {
        if (side == null) {
            return;
        }
        String[] labels = {
            "changelog", cell.changelog(),
            "database", cell.database(),
            "rows", Long.toString(cell.rows()),
            "migration", step.migration(),
            "direction", direction
        };
        seconds("stairway_migration_duration", "Median time of a migration.", Medians.of(side.millis()), labels);
        seconds(
                "stairway_migration_server_cpu",
                "Median processor time of the server.",
                Medians.of(side.host().serverCpuMillis()),
                labels);
        seconds(
                "stairway_migration_engine_cpu",
                "Median processor time of the engine.",
                Medians.of(side.host().engineCpuMillis()),
                labels);
        bytes(
                "stairway_migration_server_peak",
                "Most memory of the server.",
                side.host().serverPeakBytes(),
                labels);
        bytes("stairway_migration_engine_peak", "Most heap in use.", side.host().enginePeakBytes(), labels);
        side.counters().forEach((counter, values) -> work(counter, values, labels));
        side.traffic().forEach(traffic -> traffic(traffic, labels));
    }

    private void work(String counter, List<Long> values, String... labels) {
        Double median = Medians.of(values);
        String snake = "stairway_migration_" + MetricFamilies.name(counter);
        if (counter.endsWith("Bytes")) {
            bytes(snake.substring(0, snake.length() - "_bytes".length()), "Median of " + counter + ".", median, labels);
        } else if (median != null) {
            out.family(snake, "gauge", "", "Median of " + counter + ".");
            out.sample(snake, median, labels);
        }
    }

    private void traffic(Traffic traffic, String... labels) {
        seconds(
                "stairway_migration_client_wait",
                "Longest call of a client while a migration ran.",
                traffic.longestMillis(),
                MetricFamilies.with(labels, "table", traffic.table(), "kind", traffic.kind()));
    }

    /** @param comparison null when there is no baseline */
    private void comparison(Performance.Comparison comparison) {
        if (comparison == null) {
            return;
        }
        String name = "stairway_comparison_figures";
        out.family(name, "gauge", "", "Figures held against the performance baseline, by verdict.");
        for (ComparisonEntry entry : comparison.entries()) {
            out.add(name, 1, "verdict", entry.verdict(), "gated", Boolean.toString(entry.gated()));
        }
    }

    /** @param millis null when unknown */
    private void seconds(String name, String help, Double millis, String... labels) {
        if (millis != null) {
            out.family(name + "_seconds", "gauge", "seconds", help);
            out.sample(name + "_seconds", millis / 1e3, labels);
        }
    }

    /** @param bytes null when unknown */
    private void bytes(String name, String help, Number bytes, String... labels) {
        if (bytes != null) {
            out.family(name + "_bytes", "gauge", "bytes", help);
            out.sample(name + "_bytes", bytes.doubleValue(), labels);
        }
    }
}
