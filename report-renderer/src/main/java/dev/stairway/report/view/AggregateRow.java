package dev.stairway.report.view;

import dev.stairway.report.document.Cell;
import dev.stairway.report.document.Metrics;

/**
 * One run of one module.
 *
 * @param href page of the module; empty for none
 * @param note what could not be read; empty when all could
 */
public record AggregateRow(
        String module,
        String goal,
        String href,
        String css,
        String result,
        String migrations,
        String cells,
        String errors,
        String warnings,
        String unchecked,
        String started,
        String took,
        String note,
        boolean failed) {

    static AggregateRow of(AggregateView.Run run, Matrix matrix) {
        Metrics metrics = run.metrics();
        boolean failed = metrics.gate().failed();
        long ran = metrics.cells().stream().filter(Cell::ran).count();
        NotChecked notChecked = NotChecked.of(matrix);
        return new AggregateRow(
                run.module(),
                metrics.run().goal(),
                run.page(),
                (failed ? Tone.BAD : Tone.OK).css(),
                failed ? "fails" : "passes",
                Units.count(metrics.changelogs().stream()
                        .mapToLong(changelog -> changelog.migrations().size())
                        .sum()),
                ran == metrics.cells().size()
                        ? Units.count(ran)
                        : ran + " of " + metrics.cells().size(),
                count(metrics, "ERROR"),
                count(metrics, "WARNING"),
                notChecked.isEmpty() ? Units.NOTHING : notChecked.summary(),
                Units.instant(metrics.run().startedAt()),
                Units.millis(metrics.run().durationMillis()),
                "",
                failed);
    }

    /** Nothing is known of it, which is no pass. */
    static AggregateRow unreadable(AggregateView.Unreadable broken) {
        String none = Units.NOTHING;
        return new AggregateRow(
                broken.module(),
                none,
                "",
                Tone.BAD.css(),
                "not readable",
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                broken.unreadable(),
                true);
    }

    private static String count(Metrics metrics, String severity) {
        return Units.count(metrics.findings().stream()
                .filter(finding -> !finding.waived() && finding.severity().equals(severity))
                .count());
    }
}
