package dev.stairway.report.view;

import dev.stairway.report.document.Comparison;
import dev.stairway.report.document.Comparison.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * This run beside the performance baseline.
 *
 * @param present false when there is no baseline
 * @param notable everything but the unchanged, regressions first
 * @param same the slowest of the unchanged
 * @param left figures that are in metrics.json only
 */
public record ComparisonView(
        boolean present,
        String baseline,
        String recorded,
        String environment,
        boolean sameEnvironment,
        int regressions,
        List<Row> notable,
        List<Row> same,
        int left) {

    static final int SHOWN = 50;

    private static final List<String> ORDER =
            List.of("REGRESSION", "CHANGED", "NOT_COMPARABLE", "NEW", "GONE", "IMPROVEMENT");

    public record Row(
            String css,
            String verdict,
            MigrationLink migration,
            String where,
            String metric,
            String previous,
            String current,
            String ratio,
            String limit) {}

    static ComparisonView of(Matrix matrix) {
        Comparison comparison = matrix.metrics().comparison();
        if (comparison == null) {
            return new ComparisonView(false, "", "", "", true, 0, List.of(), List.of(), 0);
        }
        List<Entry> notable = notable(comparison);
        List<Entry> same = same(comparison);
        int regressions = regressions(comparison);
        // Every regression is shown, however many there are.
        List<Entry> top = first(notable, Math.max(SHOWN, regressions));
        List<Entry> slowest = first(same, SHOWN);
        return new ComparisonView(
                true,
                comparison.baselineFile(),
                Units.instant(comparison.baselineAt()),
                comparison.environment(),
                comparison.environment().isEmpty() || "same".equals(comparison.environment()),
                regressions,
                rows(top, matrix),
                rows(slowest, matrix),
                comparison.entries().size() - top.size() - slowest.size());
    }

    static int regressions(Comparison comparison) {
        return comparison == null
                ? 0
                : (int) comparison.entries().stream()
                        .filter(Entry::isRegression)
                        .count();
    }

    static List<Entry> notable(Comparison comparison) {
        List<Entry> entries = new ArrayList<>(comparison.entries());
        entries.removeIf(entry -> "SAME".equals(entry.verdict()));
        entries.sort(Comparator.comparingInt(ComparisonView::rank));
        return entries;
    }

    private static List<Entry> same(Comparison comparison) {
        return comparison.entries().stream()
                .filter(entry -> "SAME".equals(entry.verdict()))
                .sorted(Comparator.comparing(Entry::current, Comparator.nullsLast(Comparator.reverseOrder())))
                .toList();
    }

    private static int rank(Entry entry) {
        int index = ORDER.indexOf(entry.verdict());
        return index < 0 ? ORDER.size() : index;
    }

    private static List<Entry> first(List<Entry> entries, int number) {
        return entries.subList(0, Math.min(number, entries.size()));
    }

    private static List<Row> rows(List<Entry> entries, Matrix matrix) {
        return entries.stream().map(entry -> row(entry, matrix)).toList();
    }

    private static Row row(Entry entry, Matrix matrix) {
        return new Row(
                css(entry.verdict()),
                verdict(entry.verdict()),
                matrix.link(entry.changelog(), entry.migration()),
                matrix.names().where(entry.database(), entry.scenario()),
                metric(entry.metric()),
                Units.millis(entry.previous()),
                Units.millis(entry.current()),
                Units.ratio(entry.ratio()),
                entry.limit() == 0 ? "–" : Units.ratio(entry.limit()));
    }

    static String metric(String metric) {
        return switch (metric) {
            case "upMillis" -> "up";
            case "downMillis" -> "down";
            default -> metric;
        };
    }

    private static String css(String verdict) {
        return switch (verdict) {
            case "REGRESSION" -> Tone.BAD.css();
            case "IMPROVEMENT" -> Tone.OK.css();
            case "SAME" -> Tone.PLAIN.css();
            default -> Tone.OFF.css();
        };
    }

    private static String verdict(String verdict) {
        return switch (verdict) {
            case "REGRESSION" -> "▲ slower";
            case "IMPROVEMENT" -> "▼ faster";
            case "SAME" -> "same";
            case "NEW" -> "new";
            case "GONE" -> "gone";
            case "CHANGED" -> "edited since";
            case "NOT_COMPARABLE" -> "not comparable";
            default -> verdict;
        };
    }
}
