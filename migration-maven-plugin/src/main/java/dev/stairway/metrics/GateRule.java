package dev.stairway.metrics;

import dev.stairway.finding.Severity;
import dev.stairway.metrics.MetricsDocument.Finding;
import dev.stairway.metrics.MetricsDocument.Gate;
import dev.stairway.metrics.Performance.Comparison;
import java.util.ArrayList;
import java.util.List;

/**
 * What makes the build fail.
 *
 * @param failOnSeverity findings of this severity or worse; null for none
 * @param maxAllowed that many of them are let through, 0 for none
 */
public record GateRule(Severity failOnSeverity, int maxAllowed) {

    /** That lets none through. */
    public GateRule(Severity failOnSeverity) {
        this(failOnSeverity, 0);
    }

    /** @param comparison null when nothing was measured or there is no baseline; its entries say which of them fail a build */
    public Gate judge(List<Finding> findings, Comparison comparison) {
        List<String> reasons = new ArrayList<>();
        List<String> found = new ArrayList<>();
        long all = 0;
        for (Severity severity : Severity.values()) {
            long count = findings.stream()
                    .filter(f -> f.waiver() == null && f.severity().equals(severity.name()))
                    .count();
            if (count > 0 && fails(severity)) {
                all += count;
                found.add(
                        count + (count == 1 ? " finding" : " findings") + " of severity " + severity + ", allowed are "
                                + maxAllowed + " (failOnSeverity=" + failOnSeverity
                                + (maxAllowed > 0 ? ", maxAllowed=" + maxAllowed + " together)" : ")"));
            }
        }
        if (all > maxAllowed) {
            reasons.addAll(found);
        }
        long regressions = comparison == null
                ? 0
                : comparison.entries().stream()
                        .filter(e -> e.gated() && e.verdict().equals("REGRESSION"))
                        .count();
        if (regressions > 0) {
            reasons.add(regressions + (regressions == 1 ? " regression" : " regressions")
                    + " against the performance baseline, allowed are 0 (failOnRegression)");
        }
        return new Gate(!reasons.isEmpty(), reasons);
    }

    private boolean fails(Severity severity) {
        return failOnSeverity != null && severity.compareTo(failOnSeverity) <= 0;
    }
}
