package dev.stairway.report.export;

import dev.stairway.report.document.Cell;
import dev.stairway.report.document.Metrics;
import dev.stairway.report.file.WholeFile;
import dev.stairway.report.view.FindingView;
import dev.stairway.report.view.MetricsView;
import dev.stairway.report.view.RunFacts;
import dev.stairway.report.view.Share;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Markdown for a job summary. Short: GitHub takes a megabyte per step at most, and shows it on the page of the run.
 *
 * @see <a href="https://docs.github.com/actions/reference/workflow-commands-for-github-actions">GitHub's limits</a>
 */
public final class Summary {

    static final int LONGEST_BYTES = 60_000;

    private static final int REASONS = 20;
    private static final int FINDINGS = 10;
    private static final int CELLS = 50;
    private static final int UNCHECKED = 20;

    private final StringBuilder out = new StringBuilder();

    private Summary() {}

    /** Replaces an older file. */
    public static void write(Metrics metrics, MetricsView view, Path file) throws IOException {
        WholeFile.write(file, markdown(metrics, view));
    }

    public static String markdown(Metrics metrics, MetricsView view) {
        Summary summary = new Summary();
        summary.head(view);
        summary.cells(metrics.cells(), view.run().cells());
        summary.out.append(CostSummary.markdown(view.performance()));
        summary.out.append(BackupsSummary.markdown(view.backups()));
        summary.out.append(CrashesSummary.markdown(view.crashes()));
        summary.findings(view.findings());
        summary.unchecked(view);
        return cut(summary.out.toString());
    }

    private void head(MetricsView view) {
        line("## " + view.banner().symbol() + " " + Markdown.text(view.title()) + ": "
                + Markdown.text(view.banner().headline()));
        line("");
        view.banner().reasons().stream().limit(REASONS).forEach(reason -> line("- " + Markdown.text(reason)));
        line("");
        for (Share share : view.walked() ? view.shares() : List.<Share>of()) {
            out.append(share.symbol())
                    .append(' ')
                    .append(share.label())
                    .append(": **")
                    .append(share.count())
                    .append("** ");
        }
        line("");
        line("");
    }

    private void cells(List<Cell> cells, List<RunFacts.CellRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        line("| Cell | Result | Took |");
        line("| --- | --- | ---: |");
        for (int at = 0; at < Math.min(CELLS, rows.size()); at++) {
            RunFacts.CellRow row = rows.get(at);
            String reason = cells.get(at).reason();
            line("| " + Markdown.text(row.where()) + " | " + Markdown.text(row.result())
                    + (reason.isEmpty() ? "" : ": " + Markdown.text(reason)) + " | " + row.duration() + " |");
        }
        more(rows.size() - CELLS, "cells");
    }

    private void findings(List<FindingView> findings) {
        if (findings.isEmpty()) {
            return;
        }
        line("### Findings (" + findings.size() + ")");
        line("");
        findings.stream().limit(FINDINGS).forEach(this::finding);
        more(findings.size() - FINDINGS, "findings");
    }

    private void finding(FindingView finding) {
        line("- **" + Markdown.text(finding.badge()) + "** " + Markdown.text(finding.title()) + " ("
                + Markdown.text(finding.rule())
                + (finding.migration() == null
                        ? ""
                        : ", " + Markdown.text(finding.migration().label()))
                + ", " + Markdown.text(finding.where())
                + (finding.position().isEmpty() ? "" : ", " + Markdown.text(finding.position())) + ")");
        finding.evidence().stream().limit(3).forEach(line -> line("  - " + Markdown.text(line)));
        if (finding.waiver() != null) {
            line("  - waived: " + Markdown.text(finding.waiver()));
        } else if (!finding.remedy().isEmpty()) {
            line("  - to do: " + Markdown.text(finding.remedy()));
            sql(finding.sql());
        }
    }

    /** In a fence that no line of it can close. */
    private void sql(String sql) {
        if (!sql.isEmpty()) {
            String fence = "    ```" + "`".repeat(longestRun(sql));
            line("");
            line(fence + "sql");
            sql.lines().forEach(line -> line("    " + line));
            line(fence);
        }
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (char character : text.toCharArray()) {
            run = character == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private void unchecked(MetricsView view) {
        if (view.notChecked().isEmpty()) {
            return;
        }
        line("### Not checked: " + view.notChecked().summary());
        line("");
        List<String> lines = Stream.of(
                        view.notChecked().cells().stream().map(one -> one.where() + ": " + one.reason()),
                        view.notChecked().migrations().stream()
                                .map(group ->
                                        group.migrations().size() + " × " + group.where() + ": " + group.reason()),
                        view.notChecked().tables().stream()
                                .map(one -> "table " + one.what() + ", " + one.where() + ": " + one.reason()),
                        view.notChecked().descents().stream()
                                .map(one -> one.what() + ", " + one.where() + ": " + one.reason()))
                .flatMap(Objects::requireNonNull)
                .toList();
        lines.stream().limit(UNCHECKED).forEach(one -> line("- " + Markdown.text(one)));
        more(lines.size() - UNCHECKED, "lines");
    }

    private void more(int number, String noun) {
        line(number > 0 ? "\n" + number + " more " + noun + " in the report.\n" : "");
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    /** Whole lines only, so that no table row or entity is cut in two. */
    private static String cut(String text) {
        String shorter = text;
        while (shorter.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            shorter = shorter.substring(0, shorter.lastIndexOf('\n', shorter.length() - 2) + 1);
        }
        return shorter;
    }
}
