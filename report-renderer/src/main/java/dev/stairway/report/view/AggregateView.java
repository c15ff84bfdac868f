package dev.stairway.report.view;

import dev.stairway.report.document.Metrics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Several runs on one page, as a project with modules has them.
 *
 * @param missing modules of which there is no run
 */
public record AggregateView(
        String title,
        String subtitle,
        Banner banner,
        List<AggregateRow> rows,
        List<ModuleFinding> findings,
        List<String> missing) {

    /** @param page of the module, relative to this one; empty for none */
    public record Run(String module, Metrics metrics, String page) {}

    /** @param unreadable what is wrong with the document */
    public record Unreadable(String module, String unreadable) {}

    /** A finding with links into the module's own page. */
    public record ModuleFinding(String module, FindingView finding) {}

    /**
     * Pure.
     *
     * @param runs in the order of the modules
     */
    public static AggregateView of(String title, List<Run> runs, List<Unreadable> unreadable, List<String> missing) {
        List<AggregateRow> rows = new ArrayList<>();
        List<ModuleFinding> findings = new ArrayList<>();
        for (Run run : runs) {
            Matrix matrix = new Matrix(run.metrics());
            rows.add(AggregateRow.of(run, matrix));
            run.metrics().findings().stream()
                    .filter(finding -> !finding.waived() && !"INFO".equals(finding.severity()))
                    .forEach(finding -> findings.add(new ModuleFinding(
                            run.module(), FindingView.of(finding, matrix).on(run.page()))));
        }
        unreadable.forEach(broken -> rows.add(AggregateRow.unreadable(broken)));
        // Stable: the modules' order stays inside.
        findings.sort(Comparator.comparing(
                finding -> !"error".equals(finding.finding().badge())));
        return new AggregateView(
                title,
                Units.count(runs.stream().map(Run::module).distinct().count(), "module") + " · "
                        + Units.count(runs.size(), "run"),
                banner(rows, missing),
                rows,
                findings,
                missing);
    }

    private static Banner banner(List<AggregateRow> rows, List<String> missing) {
        String unchecked = missing.isEmpty() ? "" : Units.count(missing.size(), "module") + " without a run";
        List<String> failed = rows.stream()
                .filter(AggregateRow::failed)
                .map(AggregateRow::module)
                .distinct()
                .toList();
        if (!failed.isEmpty()) {
            return new Banner(
                    Tone.BAD.css(),
                    "✕",
                    Units.count(failed.size(), "module") + (failed.size() == 1 ? " fails" : " fail"),
                    List.of(String.join(", ", failed)),
                    unchecked);
        }
        return rows.isEmpty()
                ? new Banner(Tone.OFF.css(), "–", "No module has a run", List.of(), unchecked)
                : new Banner(Tone.OK.css(), "✓", "Every module passes", List.of(), unchecked);
    }
}
