package dev.stairway.baseline;

import dev.stairway.baseline.PerformanceBaseline.Entry;
import dev.stairway.baseline.PerformanceBaseline.Environment;
import dev.stairway.metrics.MetricsDocument;
import dev.stairway.metrics.MetricsDocument.Comparison;
import dev.stairway.metrics.MetricsDocument.ComparisonEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Judges the times of a run against a baseline; a verdict always carries both numbers. */
public final class BaselineComparison {

    private static final List<String> ORDER =
            List.of("REGRESSION", "IMPROVEMENT", "CHANGED", "NEW", "GONE", "NOT_COMPARABLE", "SAME");

    private final PerformanceBaseline baseline;
    private final Environment environment;
    private final Tolerance tolerance;

    public BaselineComparison(PerformanceBaseline baseline, Environment environment, Tolerance tolerance) {
        this.baseline = baseline;
        this.environment = environment;
        this.tolerance = tolerance;
    }

    /** @param file as shown to the user, relative to the project */
    public Comparison compare(MetricsDocument document, String file) {
        Map<String, Entry> before = byKey(baseline);
        Map<String, Entry> now = byKey(BaselineFile.of(document, environment));
        List<ComparisonEntry> entries = new ArrayList<>();
        TreeSet<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(now.keySet());
        for (String key : keys) {
            Entry previous = before.get(key);
            Entry current = now.get(key);
            entries.add(entry("upMillis", previous, current, up(previous), up(current)));
            if (down(previous) != null || down(current) != null) {
                entries.add(entry("downMillis", previous, current, down(previous), down(current)));
            }
        }
        entries.sort(Comparator.comparingInt((ComparisonEntry e) -> ORDER.indexOf(e.verdict()))
                .thenComparing(e -> e.ratio() == null ? 0 : -e.ratio()));
        return new Comparison(file, baseline.recordedAt(), difference(), entries);
    }

    private static Map<String, Entry> byKey(PerformanceBaseline baseline) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        baseline.entries().forEach(e -> entries.put(e.key(), e));
        return entries;
    }

    private static Double up(Entry entry) {
        return entry == null ? null : entry.upMillis();
    }

    private static Double down(Entry entry) {
        return entry == null ? null : entry.downMillis();
    }

    private ComparisonEntry entry(String metric, Entry previous, Entry current, Double was, Double is) {
        Entry any = current == null ? previous : current;
        Double ratio = was == null || is == null || was == 0 ? null : is / was;
        return new ComparisonEntry(
                any.changelog(),
                any.migration(),
                any.database(),
                any.scenario(),
                metric,
                was,
                is,
                ratio,
                tolerance.ratio(),
                verdict(previous, current, was, is));
    }

    private String verdict(Entry previous, Entry current, Double was, Double is) {
        if (was == null) {
            return "NEW";
        }
        if (is == null) {
            return "GONE";
        }
        if (!Objects.equals(previous.checksum(), current.checksum())) {
            return "CHANGED";
        }
        if (!environment.equals(baseline.environment())) {
            return "NOT_COMPARABLE";
        }
        if (tolerance.regressed(was, is)) {
            return "REGRESSION";
        }
        return tolerance.improved(was, is) ? "IMPROVEMENT" : "SAME";
    }

    private String difference() {
        return environment.equals(baseline.environment())
                ? "same"
                : "baseline: " + baseline.environment() + ", now: " + environment;
    }
}
