package dev.stairway.baseline;

import dev.stairway.metrics.Performance.Comparison;
import dev.stairway.metrics.Performance.ComparisonEntry;
import dev.stairway.metrics.Performance.History;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Several comparisons with one baseline, each of cells of its own, as one. */
public final class Comparisons {

    private static final String SAME = "same";

    private record Figure(String changelog, String migration, String database, long rows, String metric) {}

    private Comparisons() {}

    /**
     * Each figure stays judged by the machine that measured it.
     *
     * @param parts at least one; those without cells may be among them
     */
    public static Comparison together(List<Comparison> parts) {
        List<ComparisonEntry> entries = new ArrayList<>();
        Map<Figure, History> lines = new LinkedHashMap<>();
        for (Comparison part : parts) {
            entries.addAll(part.entries());
            part.history()
                    .forEach(line -> lines.put(
                            new Figure(line.changelog(), line.migration(), line.database(), line.rows(), line.metric()),
                            line));
        }
        entries.sort(Comparing.WORST_FIRST);
        return new Comparison(
                parts.get(0).baselineFile(),
                parts.get(0).recordedAt(),
                environment(parts.stream().map(Comparison::environment).toList()),
                entries,
                Histories.worthALine(entries)
                        .map(entry -> lines.get(new Figure(
                                entry.changelog(), entry.migration(), entry.database(), entry.rows(), entry.metric())))
                        .filter(Objects::nonNull)
                        .limit(Histories.LINES)
                        .toList());
    }

    private static String environment(List<String> parts) {
        String differences = parts.stream()
                .filter(part -> !part.equals(SAME))
                .flatMap(part -> Stream.of(part.split("; ")))
                .distinct()
                .collect(Collectors.joining("; "));
        return differences.isEmpty() ? SAME : differences;
    }
}
