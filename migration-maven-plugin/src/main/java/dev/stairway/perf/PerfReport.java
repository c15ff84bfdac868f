package dev.stairway.perf;

import dev.stairway.database.DatabaseId;
import dev.stairway.engine.Migration;
import dev.stairway.finding.Finding;
import dev.stairway.matrix.Cell;
import dev.stairway.measure.host.HostUse;
import dev.stairway.measure.lock.StatementTrace;
import dev.stairway.measure.plan.QueryChange;
import dev.stairway.measure.traffic.TableTraffic;
import dev.stairway.measure.work.Counter;
import java.util.List;
import java.util.Map;

/**
 * What was measured in one cell.
 *
 * @param rows that every table was filled up to
 * @param notMeasured why it was not measured, or not to its end; empty when it was
 * @param durationNanos wall time of all its passes
 * @param steps in order, up to where it came
 * @param recoveries from head, the last migration first
 * @param queries of the application that are planned otherwise, or fail, after a migration
 */
public record PerfReport(
        Cell cell,
        DatabaseId database,
        String serverVersion,
        String driverVersion,
        int rows,
        String notMeasured,
        long durationNanos,
        List<Step> steps,
        List<Recovery> recoveries,
        List<QueryChange> queries,
        List<Finding> findings) {

    public PerfReport {
        steps = List.copyOf(steps);
        recoveries = List.copyOf(recoveries);
        queries = List.copyOf(queries);
        findings = List.copyOf(findings);
    }

    /**
     * @param rowsBefore in all tables
     * @param bytesBefore size of the database; null where unknown
     * @param up null when it was never measured
     * @param down null when it was not measured
     * @param downReason why it was not; else empty
     */
    public record Step(Migration migration, long rowsBefore, Long bytesBefore, Side up, Side down, String downReason) {}

    /**
     * One direction; lists have one element for each measured pass, in their order.
     *
     * @param nanos of the engine's call and the commit
     * @param counters what every pass has counted
     * @param hosts what the processes took
     * @param statements what was seen when locks were looked at; empty where nobody may look
     * @param traffic what clients met meanwhile; empty where there were none
     */
    public record Side(
            List<Long> nanos,
            Map<Counter, List<Long>> counters,
            List<HostUse> hosts,
            List<StatementTrace> statements,
            List<TableTraffic> traffic) {

        public Side {
            nanos = List.copyOf(nanos);
            counters = Map.copyOf(counters);
            hosts = List.copyOf(hosts);
            statements = List.copyOf(statements);
            traffic = List.copyOf(traffic);
        }

        /** Median of the times. */
        public long medianNanos() {
            return Median.of(nanos);
        }
    }

    /**
     * @param migration the oldest one that is taken back with it
     * @param nanos of it and those before it, one for each measured pass
     */
    public record Recovery(Migration migration, List<Long> nanos) {

        public Recovery {
            nanos = List.copyOf(nanos);
        }

        /** Median of the times. */
        public long medianNanos() {
            return Median.of(nanos);
        }
    }
}
