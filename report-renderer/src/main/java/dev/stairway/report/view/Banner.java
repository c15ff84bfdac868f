package dev.stairway.report.view;

import dev.stairway.report.document.Finding;
import dev.stairway.report.document.Metrics;
import dev.stairway.report.document.Performance;
import java.util.List;

/**
 * The answer in one line.
 *
 * @param reasons what failed the build, one sentence each
 * @param unchecked what was not checked; empty when everything was
 */
public record Banner(String css, String symbol, String headline, List<String> reasons, String unchecked) {

    static Banner of(Matrix matrix, NotChecked notChecked) {
        Metrics metrics = matrix.metrics();
        String unchecked = notChecked.isEmpty() ? "" : notChecked.summary();
        List<String> reasons = metrics.gate().reasons();
        long errors = metrics.findings().stream().filter(Finding::isOpenError).count();
        if (metrics.gate().failed()) {
            String count = errors == 0 ? "a gate was not met" : Units.count(errors, "error");
            return new Banner(Tone.BAD.css(), "✕", "The build fails: " + count, reasons, unchecked);
        }
        if (metrics.performance() == null
                && metrics.safety() == null
                && metrics.crossDb() == null
                && metrics.backups() == null
                && metrics.crashes() == null
                && metrics.cells().stream()
                        .noneMatch(cell -> cell.ran() && !cell.steps().isEmpty())) {
            return new Banner(Tone.OFF.css(), "–", "No migration was walked", reasons, unchecked);
        }
        long open =
                metrics.findings().stream().filter(finding -> !finding.waived()).count();
        if (open > 0) {
            return new Banner(
                    Tone.LOSS.css(), "▲", "The build passes with " + Units.count(open, "finding"), reasons, unchecked);
        }
        if (metrics.cells().isEmpty() && metrics.safety() != null) {
            return new Banner(Tone.OK.css(), "✓", "No danger was found in what was read", reasons, "");
        }
        if (metrics.cells().isEmpty() && metrics.crossDb() != null) {
            return new Banner(Tone.OK.css(), "✓", "The databases are alike", reasons, "");
        }
        if (metrics.cells().isEmpty() && metrics.backups() != null) {
            return BackupsView.allWell(metrics.backups())
                    ? new Banner(Tone.OK.css(), "✓", "Every backup brings all back", reasons, "")
                    : new Banner(Tone.LOSS.css(), "▲", "Not every backup was tried", reasons, "");
        }
        if (metrics.cells().isEmpty() && metrics.crashes() != null) {
            return CrashesView.allWell(metrics.crashes())
                    ? new Banner(Tone.OK.css(), "✓", "The next run recovered from every kill", reasons, "")
                    : new Banner(Tone.LOSS.css(), "▲", "Not everything was killed", reasons, "");
        }
        if (metrics.cells().isEmpty() && metrics.performance() != null) {
            return measured(metrics.performance(), reasons);
        }
        return unchecked.isEmpty()
                ? new Banner(Tone.OK.css(), "✓", "Every migration goes up, down and up again", reasons, "")
                : new Banner(Tone.OK.css(), "✓", "Nothing wrong in what was checked", reasons, unchecked);
    }

    /** Of a run that only measured. */
    private static Banner measured(Performance performance, List<String> reasons) {
        if (performance.comparison() == null) {
            return new Banner(Tone.OK.css(), "✓", "Measured; there is no baseline to compare with", reasons, "");
        }
        int regressions = CostComparison.regressions(performance.comparison());
        return regressions > 0
                ? new Banner(
                        Tone.LOSS.css(),
                        "▲",
                        "The build passes with " + Units.count(regressions, "regression"),
                        reasons,
                        "")
                : new Banner(Tone.OK.css(), "✓", "No migration got more expensive", reasons, "");
    }
}
