package dev.stairway.baseline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Medians of the last recordings.
 *
 * @param runs the oldest first, at most {@link #RUNS}
 * @param traces what became of each migration meanwhile
 */
record HistoryDocument(List<Run> runs, Map<Key, Trace> traces) {

    static final String FORMAT_VERSION = "1.0";

    static final int RUNS = 20;

    static final HistoryDocument NONE = new HistoryDocument(List.of(), Map.of());

    HistoryDocument {
        runs = List.copyOf(runs);
        traces = Collections.unmodifiableMap(new LinkedHashMap<>(traces));
    }

    /**
     * @param at ISO-8601, UTC
     * @param machine that times were taken on; those of another one are no part of a line
     */
    record Run(String at, String machine) {}

    record Key(String changelog, String database, long rows, String migration) {}

    /**
     * @param checksum of the migration; an edited one begins anew
     * @param figures by metric, one value for each run; null where it was not measured
     */
    record Trace(String checksum, Map<String, List<Double>> figures) {}

    /**
     * With one more run; the oldest one falls out when there are too many.
     *
     * @param measured one value for each figure
     */
    HistoryDocument with(Run run, Map<Key, Trace> measured) {
        int dropped = Math.max(0, runs.size() + 1 - RUNS);
        Map<Key, Trace> all = new LinkedHashMap<>();
        traces.forEach((key, trace) -> all.put(key, trace));
        measured.forEach((key, trace) -> {
            Trace former = all.get(key);
            if (former == null || !former.checksum().equals(trace.checksum())) {
                all.put(key, new Trace(trace.checksum(), Map.of()));
            }
        });
        all.replaceAll((key, trace) -> extended(trace, measured.get(key), dropped));
        all.values().removeIf(trace -> trace.figures().isEmpty());
        List<Run> kept = new ArrayList<>(runs.subList(dropped, runs.size()));
        kept.add(run);
        return new HistoryDocument(kept, all);
    }

    /** @param measured null when this run did not measure the migration */
    private Trace extended(Trace trace, Trace measured, int dropped) {
        Map<String, List<Double>> figures = new LinkedHashMap<>(trace.figures());
        if (measured != null) {
            measured.figures().keySet().forEach(metric -> figures.putIfAbsent(metric, nothing(runs.size())));
        }
        figures.replaceAll((metric, values) -> {
            List<Double> longer = new ArrayList<>(values);
            List<Double> now = measured == null ? null : measured.figures().get(metric);
            longer.add(now == null ? null : now.get(0));
            return longer.subList(dropped, longer.size());
        });
        figures.values().removeIf(values -> values.stream().allMatch(Objects::isNull));
        return new Trace(trace.checksum(), figures);
    }

    private static List<Double> nothing(int runs) {
        return Collections.nCopies(runs, null);
    }

    /** What this figure was in the runs; null where it was not measured; empty when nothing is known of it. */
    List<Double> values(Key key, String checksum, String metric) {
        Trace trace = traces.get(key);
        return trace == null || !trace.checksum().equals(checksum)
                ? List.of()
                : trace.figures().getOrDefault(metric, List.of());
    }
}
