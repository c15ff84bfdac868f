package dev.stairway.perf;

import dev.stairway.engine.Migration;
import dev.stairway.finding.Finding;
import dev.stairway.finding.Rule;
import dev.stairway.matrix.Cell;
import dev.stairway.perf.PerfReport.Recovery;
import dev.stairway.perf.PerfReport.Side;
import dev.stairway.perf.PerfReport.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Holds what was measured in one cell against the limits. */
final class PerfJudge {

    private final PerfLimits limits;
    private final String product;
    private final int rows;

    PerfJudge(PerfLimits limits, String product, int rows) {
        this.limits = limits;
        this.product = product;
        this.rows = rows;
    }

    /**
     * @param failed migration at which it ended; null for none
     * @param broken why the cell could not be played; empty when it could
     */
    List<Finding> findings(
            Cell cell, List<Step> steps, List<Recovery> recoveries, Migration failed, String reason, String broken) {
        List<Finding> findings = new ArrayList<>();
        if (!broken.isEmpty()) {
            findings.add(new Finding(
                    Rule.CELL_NOT_RUN,
                    null,
                    cell + " was not measured",
                    broken.lines().toList(),
                    "Repair the cause; nothing is known of what the migrations cost there"));
        }
        if (failed != null) {
            findings.add(new Finding(
                    rows == 0 ? Rule.MIGRATION_FAILS : Rule.MIGRATION_FAILS_ON_DATA,
                    failed,
                    "It fails, so nothing is measured from here on",
                    List.of(reason),
                    "Repair it; the goal test says more about it"));
        }
        steps.forEach(step -> slow(step).ifPresent(findings::add));
        Blocking blocking = new Blocking(limits, product, rows);
        steps.forEach(step -> findings.addAll(blocking.findings(step)));
        recovery(recoveries).ifPresent(findings::add);
        return findings;
    }

    private Optional<Finding> slow(Step step) {
        OptionalLong limit = limits.migration(product, rows);
        Side up = step.up();
        if (limit.isEmpty() || up == null || up.medianNanos() <= limit.getAsLong() * 1_000_000) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                Rule.MIGRATION_TOO_SLOW,
                step.migration(),
                "It takes " + millis(up.medianNanos()) + " on " + rows(rows) + " per table, the limit is "
                        + limit.getAsLong() + " ms",
                List.of(millis(up.medianNanos()) + " > " + limit.getAsLong() + " ms ("
                        + (limits.large(rows) ? "maxLargeMigrationMillis" : "maxMigrationMillis")
                        + "), median of " + up.nanos().size()),
                "Make it faster (work in batches, add an index first, avoid rewriting the table), or raise the limit"));
    }

    private Optional<Finding> recovery(List<Recovery> recoveries) {
        if (limits.rollback() == 0) {
            return Optional.empty();
        }
        for (int i = 0; i < recoveries.size(); i++) {
            long nanos = recoveries.get(i).medianNanos();
            if (nanos > limits.rollback() * 1_000_000) {
                return Optional.of(new Finding(
                                Rule.ROLLBACK_TOO_SLOW,
                                recoveries.get(i).migration(),
                                "Taking back the last " + (i + 1) + " migrations takes " + millis(nanos) + " on "
                                        + rows(rows) + " per table, the limit is " + limits.rollback() + " ms",
                                List.of(millis(nanos) + " > " + limits.rollback() + " ms (maxRollbackMillis), "
                                        + "median of "
                                        + recoveries.get(i).nanos().size()),
                                "Make the slowest rollback faster, or raise the limit")
                        .ofRollback());
            }
        }
        return Optional.empty();
    }

    static String rows(long rows) {
        return String.format(Locale.ROOT, "%,d", rows) + (rows == 1 ? " row" : " rows");
    }

    static String millis(long nanos) {
        return String.format(Locale.ROOT, nanos < 100_000_000 ? "%.1f ms" : "%,.0f ms", nanos / 1e6);
    }
}
