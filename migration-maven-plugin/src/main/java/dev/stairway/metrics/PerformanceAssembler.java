package dev.stairway.metrics;

import dev.stairway.measure.host.HostUse;
import dev.stairway.measure.plan.QueryChange;
import dev.stairway.measure.work.Counter;
import dev.stairway.metrics.MetricsDocument.DatabaseEntry;
import dev.stairway.metrics.Performance.Cell;
import dev.stairway.metrics.Performance.Host;
import dev.stairway.metrics.Performance.Query;
import dev.stairway.metrics.Performance.Recovery;
import dev.stairway.metrics.Performance.Side;
import dev.stairway.metrics.Performance.Step;
import dev.stairway.perf.PerfOptions;
import dev.stairway.perf.PerfReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

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
                ScalingRecords.of(reports, options.forecastRows()),
                queries(reports),
                null);
    }

    private static List<Query> queries(List<PerfReport> reports) {
        List<Query> queries = new ArrayList<>();
        // What no migration does is a finding alone.
        reports.forEach(report -> report.queries().stream()
                .filter(change -> !change.migration().isEmpty())
                .forEach(change -> queries.add(new Query(
                        report.cell().changelogId(),
                        report.database().key(),
                        change.migration(),
                        change.query(),
                        change.kind().name(),
                        change.text(),
                        change.before(),
                        change.after(),
                        change.costRatio(),
                        change.buffersRatio()))));
        queries.sort(Comparator.comparing(query -> QueryChange.Kind.valueOf(query.kind())));
        return queries;
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
                        host(side.hosts()),
                        side.statements().stream()
                                .map(BlockingRecords::statement)
                                .toList(),
                        side.traffic().stream().map(BlockingRecords::traffic).toList());
    }

    private static Host host(List<HostUse> uses) {
        return new Host(
                known(uses, HostUse::serverCpuMillis)
                        .map(PerformanceAssembler::rounded)
                        .toList(),
                known(uses, HostUse::serverPeakBytes)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                known(uses, HostUse::engineCpuMillis)
                        .map(PerformanceAssembler::rounded)
                        .toList(),
                known(uses, HostUse::enginePeakBytes)
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }

    private static <T> Stream<T> known(List<HostUse> uses, Function<HostUse, T> figure) {
        return uses.stream().map(figure).filter(Objects::nonNull);
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
        return rounded(nanos / 1e6);
    }

    private static double rounded(double millis) {
        return Math.round(millis * 1e3) / 1e3;
    }
}
