package dev.stairway.run;

import dev.stairway.finding.Finding;
import dev.stairway.finding.Severity;
import dev.stairway.finding.Verdict;
import java.util.Arrays;
import java.util.List;

/**
 * What the walk said of one case.
 *
 * @param verdict its label, or why the walk did not come that far
 * @param findings those about this case
 */
record CaseResult(String verdict, List<Found> findings) {

    /**
     * A finding.
     *
     * @param lines the evidence, with the names as the case writes them
     */
    record Found(String rule, Severity severity, List<String> lines) {}

    static CaseResult of(CellReport report, SqlCase planted) {
        String id = planted.id();
        List<Found> findings = report.findings().stream()
                .filter(finding -> finding.migration() != null
                        && finding.migration().name().equals(id))
                .map(finding -> found(finding, planted))
                .toList();
        String verdict = report.steps().stream()
                .filter(step -> step.migration().name().equals(id))
                .map(step -> step.verdict() == Verdict.NOT_COVERED
                        ? step.verdict().label() + ": " + step.reason()
                        : step.verdict().label())
                .findFirst()
                .orElse(report.notRun());
        return new CaseResult(verdict, findings);
    }

    private static Found found(Finding finding, SqlCase planted) {
        List<String> lines =
                finding.evidence().stream().map(planted::withoutSchema).toList();
        return new Found(finding.rule().id(), finding.rule().severity(), lines);
    }

    /** True when all that must be found is, with the right object and attribute, and nothing is said of a correct one. */
    boolean right(SqlCase planted) {
        boolean expected = planted.findings().stream()
                .allMatch(one -> findings.stream().anyMatch(found -> one.met(found.rule(), found.lines())));
        boolean verdictRight = planted.verdict().isEmpty() || planted.verdict().equals(verdict);
        boolean walked =
                Arrays.stream(Verdict.values()).anyMatch(known -> known.label().equals(verdict));
        return walked && expected && verdictRight && (!planted.correct() || onlyExpected(planted));
    }

    /** True when something is found that fails the build, whatever it names. */
    boolean noticed() {
        return findings.stream().anyMatch(found -> found.severity() == Severity.ERROR);
    }

    private boolean onlyExpected(SqlCase planted) {
        return findings.stream()
                .filter(found -> found.severity() != Severity.INFO)
                .allMatch(found ->
                        planted.findings().stream().anyMatch(one -> one.rule().equals(found.rule())));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(verdict);
        findings.forEach(
                found -> text.append("\n  ").append(found.rule()).append(' ').append(found.lines()));
        return text.toString();
    }
}
