package dev.stairway.perf;

import dev.stairway.finding.Finding;
import dev.stairway.finding.Rule;
import dev.stairway.measure.lock.Blocked;
import dev.stairway.measure.lock.RelationLock;
import dev.stairway.measure.lock.StatementTrace;
import dev.stairway.measure.traffic.TableTraffic;
import dev.stairway.perf.PerfReport.Side;
import dev.stairway.perf.PerfReport.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Holds locks, and what clients met, against the limits. */
final class Blocking {

    private final PerfLimits limits;
    private final String product;
    private final int rows;

    Blocking(PerfLimits limits, String product, int rows) {
        this.limits = limits;
        this.product = product;
        this.rows = rows;
    }

    private record Held(StatementTrace statement, RelationLock lock) {}

    List<Finding> findings(Step step) {
        List<Finding> findings = new ArrayList<>();
        if (step.up() != null) {
            lock(step, step.up(), "It").ifPresent(findings::add);
            downtime(step, step.up(), "it").ifPresent(findings::add);
        }
        if (step.down() != null) {
            lock(step, step.down(), "Its rollback").map(Finding::ofRollback).ifPresent(findings::add);
            downtime(step, step.down(), "its rollback").map(Finding::ofRollback).ifPresent(findings::add);
        }
        return findings;
    }

    private Optional<Finding> lock(Step step, Side side, String who) {
        OptionalLong limit = limits.lock(product);
        if (limit.isEmpty()) {
            return Optional.empty();
        }
        return side.statements().stream()
                .flatMap(statement -> statement.locks().stream().map(lock -> new Held(statement, lock)))
                .filter(held -> held.lock().blocks(Blocked.READS) || held.lock().blocks(Blocked.WRITES))
                .max(Comparator.comparingDouble(held -> held.lock().heldMillis()))
                .filter(held -> held.lock().heldMillis() > limit.getAsLong())
                .map(held -> tooLong(step, held, who, limit.getAsLong()));
    }

    private Finding tooLong(Step step, Held held, String who, long limit) {
        RelationLock lock = held.lock();
        String whom = lock.blocks(Blocked.READS) ? "readers and writers" : "writers";
        return new Finding(
                Rule.LOCK_TOO_LONG,
                step.migration(),
                who + " keeps " + whom + " away from " + lock.relation() + " for " + millis(lock.heldMillis()) + " on "
                        + PerfJudge.rows(rows) + " per table, the limit is " + limit + " ms",
                List.of(
                        millis(lock.heldMillis()) + " > " + limit + " ms (maxLockMillis), " + lock.mode(),
                        "taken by: " + held.statement().sql().strip()),
                "Take the lock in a migration of its own that does little under it, work in batches, or raise the limit");
    }

    private Optional<Finding> downtime(Step step, Side side, String who) {
        OptionalLong limit = limits.downtime(product);
        if (limit.isEmpty()) {
            return Optional.empty();
        }
        return side.traffic().stream()
                .max(Comparator.comparingDouble(TableTraffic::longestMillis))
                .filter(met -> met.longestMillis() > limit.getAsLong())
                .map(met -> new Finding(
                        Rule.DOWNTIME_TOO_LONG,
                        step.migration(),
                        client(met) + " waits " + millis(met.longestMillis()) + " while " + who + " runs on "
                                + PerfJudge.rows(rows) + " per table, the limit is " + limit.getAsLong() + " ms",
                        List.of(
                                millis(met.longestMillis()) + " > " + limit.getAsLong() + " ms (maxDowntimeMillis)",
                                "without a migration the same client waits " + idle(met)),
                        "Keep the lock for a shorter time: do the slow part first without it, work in batches, or raise"
                                + " the limit"));
    }

    private static String client(TableTraffic met) {
        return switch (met.kind()) {
            case READ -> "A reader of " + met.table();
            case WRITE -> "A writer of " + met.table();
            case WORKLOAD -> "The workload " + met.table();
        };
    }

    private static String idle(TableTraffic met) {
        return met.idleLongestMillis() == null ? "an unknown time" : millis(met.idleLongestMillis()) + " at most";
    }

    private static String millis(double millis) {
        return String.format(Locale.ROOT, millis < 100 ? "%.1f ms" : "%,.0f ms", millis);
    }
}
