package dev.stairway.metrics;

import dev.stairway.measure.lock.RelationLock;
import dev.stairway.measure.lock.StatementTrace;
import dev.stairway.measure.traffic.TableTraffic;
import dev.stairway.metrics.Performance.Blocked;
import dev.stairway.metrics.Performance.Lock;
import dev.stairway.metrics.Performance.Statement;
import dev.stairway.metrics.Performance.Traffic;

/** Locks, and what clients met, as records of the metrics document. */
final class BlockingRecords {

    private BlockingRecords() {}

    static Statement statement(StatementTrace trace) {
        return new Statement(
                MetricsAssembler.shortened(trace.sql()),
                rounded(trace.atMillis()),
                rounded(trace.millis()),
                trace.transactional(),
                trace.locks().stream().map(BlockingRecords::lock).toList(),
                trace.rewrites());
    }

    private static Lock lock(RelationLock lock) {
        return new Lock(
                lock.relation(),
                lock.mode(),
                rounded(lock.heldMillis()),
                rounded(lock.waitedMillis()),
                lock.blocks().stream().map(Enum::name).toList());
    }

    static Traffic traffic(TableTraffic met) {
        return new Traffic(
                met.table(),
                met.kind().name(),
                met.calls(),
                met.errors(),
                met.deadlocks(),
                met.firstError(),
                rounded(met.p50Millis()),
                rounded(met.p99Millis()),
                rounded(met.longestMillis()),
                rounded(met.idleP99Millis()),
                rounded(met.idleLongestMillis()),
                met.blocked().stream()
                        .map(call -> new Blocked(rounded(call.atMillis()), rounded(call.millis())))
                        .toList());
    }

    /** Null stays null. */
    private static Double rounded(Double millis) {
        return millis == null ? null : Double.valueOf(rounded(millis.doubleValue()));
    }

    /** Three digits behind the point. */
    private static double rounded(double millis) {
        return Math.round(millis * 1e3) / 1e3;
    }
}
