package dev.stairway.suite;

import dev.stairway.metrics.MetricsDocument;
import dev.stairway.metrics.MetricsDocument.ChangelogEntry;
import dev.stairway.metrics.MetricsDocument.MigrationEntry;
import dev.stairway.metrics.Performance;
import dev.stairway.metrics.Performance.Cell;
import dev.stairway.metrics.Performance.ComparisonEntry;
import dev.stairway.metrics.Performance.Side;
import dev.stairway.metrics.Performance.Step;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** The end of a run that measured, in words: one table, one summary line. */
final class Costs {

    private static final int SHOWN = 5;

    private final MetricsDocument document;

    Costs(MetricsDocument document) {
        this.document = document;
    }

    /** One line per cell: how long all migrations take together, and which takes longest. */
    List<String> table() {
        List<Cell> cells = document.performance().cells();
        int width = cells.stream().mapToInt(cell -> name(cell).length()).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (Cell cell : cells) {
            lines.add(String.format(Locale.ROOT, "  %-" + Math.max(1, width) + "s  %s", name(cell), costs(cell)));
        }
        return lines;
    }

    /** The changelog is named only where there are several. */
    private String name(Cell cell) {
        String changelog = document.changelogs().size() > 1 ? cell.changelog() + " on " : "";
        return String.format(Locale.ROOT, "%s%s %,d rows", changelog, cell.database(), cell.rows());
    }

    private String costs(Cell cell) {
        List<Step> steps =
                cell.steps().stream().filter(step -> step.up() != null).toList();
        String end = cell.result().equals("MEASURED") ? "" : "NOT MEASURED to its end: " + firstLine(cell.reason());
        if (steps.isEmpty()) {
            return end;
        }
        double up = steps.stream().map(Step::up).mapToDouble(Costs::median).sum();
        double down = steps.stream()
                .map(Step::down)
                .filter(Objects::nonNull)
                .mapToDouble(Costs::median)
                .sum();
        String total = String.format(
                Locale.ROOT,
                "%s, up %s, down %s%s",
                count(steps.size(), "migration"),
                millis(up),
                millis(down),
                slowest(steps));
        return end.isEmpty() ? total : total + "; " + end;
    }

    private String slowest(List<Step> steps) {
        Optional<Step> slowest = steps.stream().max(Comparator.comparingDouble(step -> median(step.up())));
        return steps.size() < 2
                ? ""
                : slowest.map(step -> ", slowest " + label(step.migration()) + " (" + millis(median(step.up())) + ")")
                        .orElse("");
    }

    /** The short name of a migration. */
    private String label(String id) {
        return document.changelogs().stream()
                .map(ChangelogEntry::migrations)
                .flatMap(List::stream)
                .filter(migration -> migration.id().equals(id))
                .map(MigrationEntry::name)
                .findFirst()
                .orElse(id);
    }

    /** The last line of the run. */
    String summary(Path report) {
        Performance performance = document.performance();
        int migrations = document.changelogs().stream()
                .mapToInt(changelog -> changelog.migrations().size())
                .sum();
        return "Performance: " + count(migrations, "migration") + " in "
                + count(performance.cells().size(), "cell") + ", measured "
                + count(performance.repetitions(), "time") + ", " + count(open("ERROR"), "error") + ", "
                + count(open("WARNING"), "warning") + compared(performance) + " in "
                + Verdicts.seconds(document.run().durationMillis() / 1e3) + " - report: " + report;
    }

    /** The worst regressions, those that fail the build first, each with both numbers and the limit. */
    List<String> regressions() {
        if (document.performance() == null || document.performance().comparison() == null) {
            return List.of();
        }
        List<ComparisonEntry> all = document.performance().comparison().entries().stream()
                .filter(entry -> entry.verdict().equals("REGRESSION"))
                .toList();
        List<String> lines = new ArrayList<>();
        all.stream().limit(SHOWN).forEach(entry -> lines.add(regression(entry)));
        if (all.size() > SHOWN) {
            lines.add(count(all.size() - SHOWN, "more regression") + " in the report");
        }
        return lines;
    }

    private String regression(ComparisonEntry entry) {
        return "REGRESSION " + label(entry.migration()) + " on " + entry.database()
                + String.format(Locale.ROOT, ", %,d rows: ", entry.rows()) + entry.why();
    }

    private static String compared(Performance performance) {
        return performance.comparison() == null
                ? ", not compared (no baseline)"
                : ", "
                        + count(
                                performance.comparison().entries().stream()
                                        .filter(entry -> entry.verdict().equals("REGRESSION"))
                                        .count(),
                                "regression");
    }

    private long open(String severity) {
        return document.findings().stream()
                .filter(finding ->
                        finding.waiver() == null && finding.severity().equals(severity))
                .count();
    }

    private static String count(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static double median(Side side) {
        double[] sorted =
                side.millis().stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length == 0 ? 0 : sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static String millis(double millis) {
        return String.format(Locale.ROOT, millis < 100 ? "%.1f ms" : "%,.0f ms", millis);
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
