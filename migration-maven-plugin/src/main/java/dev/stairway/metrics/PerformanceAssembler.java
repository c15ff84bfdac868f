package dev.stairway.metrics;

import dev.stairway.measure.work.Counter;
import dev.stairway.metrics.MetricsDocument.DatabaseEntry;
import dev.stairway.metrics.Performance.Cell;
import dev.stairway.metrics.Performance.Host;
import dev.stairway.metrics.Performance.Recovery;
import dev.stairway.metrics.Performance.Side;
import dev.stairway.metrics.Performance.Step;
import dev.stairway.perf.PerfOptions;
import dev.stairway.perf.PerfReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured as records of the metrics document. */
public final class PerformanceAssembler {

    private PerformanceAssembler() {}

    /** The databases of these cells, each once, in order. */
    public static List<DatabaseEntry> databases(List<PerfReport> reports) {
        Map<String, DatabaseEntry> databases = new LinkedHashMap<>();
        reports.forEach(report -> databases.computeIfAbsent(
                report.database().key(),
                key -> MetricsAssembler.database(report.database(), report.serverVersion(), report.driverVersion())));
        return List.copyOf(databases.values());
    }

    /** Not yet compared with anything. */
    public static Performance performance(PerfOptions options, List<PerfReport> reports) {
        return new Performance(
                options.repetitions(),
                options.warmUps(),
                options.forecastRows(),
                reports.stream().map(PerformanceAssembler::cell).toList(),
                List.of(),
                reports.stream().flatMap(QueryRecords::of).toList(),
                null);
    }

    private static Cell cell(PerfReport report) {
        String changelog = report.cell().changelogId();
        String database = report.database().key();
        return new Cell(
                changelog + "/" + database + "/" + report.rows(),
                changelog,
                database,
                report.rows(),
                report.notMeasured().isEmpty() ? "MEASURED" : "NOT_MEASURED",
                report.notMeasured(),
                Math.round(report.durationNanos() / 1e6),
                report.steps().stream().map(PerformanceAssembler::step).toList(),
                recoveries(report.recoveries()));
    }

    private static Step step(PerfReport.Step step) {
        return new Step(
                step.migration().id(),
                step.rowsBefore(),
                step.bytesBefore(),
                side(step.up()),
                side(step.down()),
                step.downReason());
    }

    private static Side side(PerfReport.Side side) {
        return side == null
                ? null
                : new Side(
                        side.nanos().stream().map(PerformanceAssembler::millis).toList(),
                        counters(side.counters()),
                        new Host(List.of(), null, List.of(), null),
                        side.statements().stream()
                                .map(BlockingRecords::statement)
                                .toList(),
                        side.traffic().stream().map(BlockingRecords::traffic).toList());
    }

    private static Map<String, List<Long>> counters(Map<Counter, List<Long>> counters) {
        Map<String, List<Long>> byKey = new LinkedHashMap<>();
        counters.forEach((counter, values) -> byKey.put(counter.key(), values));
        return byKey;
    }

    private static List<Recovery> recoveries(List<PerfReport.Recovery> measured) {
        List<Recovery> recoveries = new ArrayList<>();
        for (PerfReport.Recovery recovery : measured) {
            recoveries.add(
                    new Recovery(recovery.migration().id(), recoveries.size() + 1, millis(recovery.medianNanos())));
        }
        return recoveries;
    }

    /** Three digits behind the point. */
    private static double millis(long nanos) {
        return Math.round(nanos / 1e3) / 1e3;
    }
}
