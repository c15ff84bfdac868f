package dev.stairway.alert;

import dev.stairway.finding.Rule;
import dev.stairway.report.document.Finding;
import dev.stairway.report.document.Metrics;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is told: counts and places, and nothing that a database holds. Titles and evidence of findings may quote rows, so
 * they stay in the report.
 *
 * @param project name for people
 * @param goal that ran
 * @param result {@code FAILED}, {@code STOPPED}, {@code PASSED}, {@code UNRECORDED}
 * @param errors open findings of that severity; the same for warnings
 * @param waived findings that are waived
 * @param regressions figures that are worse than in the performance baseline
 * @param reasons why the build fails, one sentence each
 * @param worst findings, worst first
 * @param job page of the CI server; empty elsewhere
 */
public record Alert(
        Kind kind,
        String project,
        String goal,
        String result,
        long errors,
        long warnings,
        long waived,
        long regressions,
        List<String> reasons,
        List<Place> worst,
        String job) {

    private static final int MOST_PLACES = 5;

    /** Findings that say that a limit was exceeded. */
    private static final Set<String> LIMITS = Stream.of(
                    Rule.MIGRATION_TOO_SLOW,
                    Rule.ROLLBACK_TOO_SLOW,
                    Rule.LOCK_TOO_LONG,
                    Rule.DOWNTIME_TOO_LONG,
                    Rule.WORK_REGRESSION,
                    Rule.TIME_REGRESSION)
            .map(Rule::id)
            .collect(Collectors.toUnmodifiableSet());

    /**
     * Where something is wrong.
     *
     * @param position file and line; empty where unknown
     * @param migration its id; empty for a finding about a whole changelog or cell
     * @param database empty when it holds for every database
     */
    public record Place(String rule, String severity, String position, String migration, String database) {}

    /** Of a run that came to its end. */
    public static Alert of(Metrics metrics, String job) {
        List<Finding> open =
                metrics.findings().stream().filter(f -> !f.waived()).toList();
        long regressions = regressions(metrics);
        boolean exceeded = regressions > 0 || open.stream().anyMatch(f -> LIMITS.contains(f.rule()));
        Kind kind = metrics.gate().failed() ? Kind.FAILURE : exceeded ? Kind.THRESHOLD : Kind.PASSED;
        return new Alert(
                kind,
                metrics.run().projectName().isEmpty()
                        ? metrics.run().project()
                        : metrics.run().projectName(),
                metrics.run().goal(),
                metrics.gate().failed() ? "FAILED" : "PASSED",
                count(open, "ERROR"),
                count(open, "WARNING"),
                metrics.findings().size() - open.size(),
                regressions,
                metrics.gate().reasons(),
                open.stream()
                        .filter(f -> !f.severity().equals("INFO"))
                        .limit(MOST_PLACES)
                        .map(f -> new Place(f.rule(), f.severity(), f.position(), f.migration(), f.database()))
                        .toList(),
                job);
    }

    /** Of a run that did not. @param reason one sentence */
    public static Alert stopped(String project, String goal, String reason, String job) {
        return new Alert(Kind.FAILURE, project, goal, "STOPPED", 0, 0, 0, 0, List.of(reason), List.of(), job);
    }

    /** The same of a run that the audit trail does not hold, which fails the build. @param reason one sentence */
    public Alert unrecorded(String reason) {
        List<String> all = Stream.concat(Stream.of(reason), reasons.stream())
                .filter(text -> !text.isEmpty())
                .toList();
        return new Alert(
                Kind.FAILURE, project, goal, "UNRECORDED", errors, warnings, waived, regressions, all, worst, job);
    }

    private static long regressions(Metrics metrics) {
        return metrics.performance() == null || metrics.performance().comparison() == null
                ? 0
                : metrics.performance().comparison().entries().stream()
                        .filter(entry -> entry.verdict().equals("REGRESSION"))
                        .count();
    }

    private static long count(List<Finding> findings, String severity) {
        return findings.stream().filter(f -> f.severity().equals(severity)).count();
    }
}
