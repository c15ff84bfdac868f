package dev.stairway.report.view;

import dev.stairway.report.document.Performance.Comparison;
import dev.stairway.report.document.Performance.ComparisonEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The figures beside those of the performance baseline.
 *
 * @param regressions that can fail the build are among them
 * @param notable everything but the unchanged, regressions first
 * @param same figures that are unchanged
 * @param left figures that moved and are in metrics.json only
 */
public record CostComparison(
        String baseline,
        String recorded,
        String environment,
        boolean sameEnvironment,
        int regressions,
        List<Row> notable,
        int same,
        int left) {

    static final int SHOWN = 60;

    /** The one of a group that says most: the time up at the largest size. */
    private static final Comparator<ComparisonEntry> TOLD = Comparator.comparing(
                    (ComparisonEntry entry) -> entry.metric().equals("up." + Cost.MILLIS))
            .thenComparingLong(ComparisonEntry::rows);

    /**
     * @param previousRange ends of its interval; empty where they are unknown or the same
     * @param gate {@code gated} where it can fail the build; else empty
     * @param chance probability that the difference is one by chance; empty where nothing is sampled
     * @param strip ranges and limit; null where there are none to be drawn
     */
    public record Row(
            String css,
            String verdict,
            String gate,
            MigrationLink migration,
            String where,
            String figure,
            String previous,
            String previousRange,
            String current,
            String currentRange,
            Strip strip,
            String ratio,
            String limit,
            String chance,
            String why) {}

    /** Null when there is no baseline. */
    static CostComparison of(Comparison comparison, Matrix matrix) {
        if (comparison == null) {
            return null;
        }
        List<ComparisonEntry> notable = new ArrayList<>(comparison.entries());
        notable.removeIf(entry -> Verdict.of(entry) == Verdict.SAME);
        List<Told> told = told(notable);
        int regressions = regressions(comparison);
        // Every regression is shown, however many there are.
        List<Told> shown = told.subList(0, Math.min(told.size(), Math.max(SHOWN, regressions)));
        return new CostComparison(
                comparison.baselineFile(),
                Units.instant(comparison.recordedAt()),
                comparison.environment(),
                comparison.environment().isEmpty() || "same".equals(comparison.environment()),
                regressions,
                shown.stream().map(one -> row(one.entry(), one.more(), matrix)).toList(),
                comparison.entries().size() - notable.size(),
                notable.size() - shown.stream().mapToInt(one -> 1 + one.more()).sum());
    }

    /**
     * One line of the table.
     *
     * @param more figures of the same migration and database with the same verdict
     */
    private record Told(ComparisonEntry entry, int more) {}

    /** What moved, figure by figure; of what cannot be compared one line for each migration and database. */
    private static List<Told> told(List<ComparisonEntry> notable) {
        Map<List<Object>, List<ComparisonEntry>> groups = new LinkedHashMap<>();
        for (ComparisonEntry entry : notable) {
            List<Object> key = Verdict.of(entry).moved()
                    ? List.of(groups.size())
                    : List.of(Verdict.of(entry), entry.changelog(), entry.database(), entry.migration());
            groups.computeIfAbsent(key, one -> new ArrayList<>()).add(entry);
        }
        return groups.values().stream()
                .map(group -> new Told(Collections.max(group, TOLD), group.size() - 1))
                .sorted(Comparator.comparing((Told one) -> Verdict.of(one.entry()))
                        .thenComparing(one -> !one.entry().gated())
                        .thenComparing(
                                one -> one.entry().ratio(), Comparator.nullsLast(Comparator.reverseOrder())))
                .toList();
    }

    static int regressions(Comparison comparison) {
        return (int) comparison.entries().stream()
                .filter(entry -> Verdict.of(entry) == Verdict.REGRESSION)
                .count();
    }

    private static Row row(ComparisonEntry entry, int more, Matrix matrix) {
        Verdict verdict = Verdict.of(entry);
        return new Row(
                verdict.css(),
                verdict.label(),
                entry.gated() ? "gated" : "",
                matrix.link(entry.changelog(), entry.migration()),
                CostRow.where(entry.database(), entry.rows(), matrix),
                Figures.title(entry.metric()) + (more == 0 ? "" : " (and " + Units.count(more, "figure") + " more)"),
                Figures.value(entry.metric(), entry.previous()),
                Figures.ends(entry.metric(), entry.previousLow(), entry.previousHigh()),
                Figures.value(entry.metric(), entry.current()),
                Figures.ends(entry.metric(), entry.currentLow(), entry.currentHigh()),
                strip(entry, verdict),
                Units.ratio(entry.ratio()),
                entry.limit() == 0 ? "" : Units.ratio(entry.limit()),
                chance(entry.p()),
                entry.why());
    }

    static String chance(Double p) {
        return p == null ? "" : p < 0.001 ? "p < 0.001" : String.format(java.util.Locale.ROOT, "p = %.3f", p);
    }

    /** Upper lane before, lower lane now, with the limit across both. */
    private static Strip strip(ComparisonEntry entry, Verdict verdict) {
        if (entry.previous() == null || entry.current() == null) {
            return null;
        }
        double limit = entry.previous() * entry.limit();
        double before = high(entry.previousHigh(), entry.previous());
        double now = high(entry.currentHigh(), entry.current());
        double total = Math.max(Math.max(limit, before), now) * 1.04;
        Tone tone = verdict == Verdict.REGRESSION ? Tone.BAD : verdict == Verdict.IMPROVEMENT ? Tone.OK : Tone.AGAIN;
        List<Strip.Mark> marks = new ArrayList<>();
        marks.add(Strip.bar(Tone.OFF, 0, entry.previous(), total, 0));
        marks.add(Strip.range(low(entry.previousLow(), entry.previous()), before, total, 0));
        marks.add(Strip.bar(tone, 0, entry.current(), total, 1));
        marks.add(Strip.range(low(entry.currentLow(), entry.current()), now, total, 1));
        if (limit > 0) {
            marks.add(Strip.limit(limit, total));
        }
        return new Strip(marks, 2);
    }

    private static double low(Double low, double value) {
        return low == null ? value : low;
    }

    private static double high(Double high, double value) {
        return high == null ? value : high;
    }
}
