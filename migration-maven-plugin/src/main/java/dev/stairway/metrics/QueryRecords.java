package dev.stairway.metrics;

import dev.stairway.measure.plan.QueryChange;
import dev.stairway.perf.PerfReport;
import java.util.stream.Stream;

/** What migrations do to queries as records of the metrics document. */
final class QueryRecords {

    private QueryRecords() {}

    /** What no migration does is a finding alone. */
    static Stream<Performance.Query> of(PerfReport report) {
        return report.queries().stream()
                .filter(change -> !change.migration().isEmpty())
                .map(change -> of(report, change));
    }

    private static Performance.Query of(PerfReport report, QueryChange change) {
        return new Performance.Query(
                report.cell().changelogId(),
                report.database().key(),
                change.migration(),
                change.query(),
                change.kind().name(),
                change.text(),
                change.before(),
                change.after(),
                change.costRatio(),
                change.buffersRatio());
    }
}
