package dev.stairway.baseline;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.stairway.baseline.HistoryDocument.Key;
import dev.stairway.baseline.HistoryDocument.Run;
import dev.stairway.baseline.HistoryDocument.Trace;
import dev.stairway.secret.Mask;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The history as text: one line for each migration; what was the same in every run is one number. */
final class HistoryText {

    private static final Comparator<Key> ORDER = Comparator.comparing(Key::changelog)
            .thenComparing(Key::database)
            .thenComparing(Key::rows)
            .thenComparing(Key::migration);

    private final Mask mask;

    HistoryText(Mask mask) {
        this.mask = mask;
    }

    String of(HistoryDocument history) {
        Map<Key, Trace> sorted = new TreeMap<>(ORDER);
        sorted.putAll(history.traces());
        return "{\n  \"formatVersion\": " + quoted(HistoryDocument.FORMAT_VERSION) + ",\n  \"runs\": [\n"
                + lines(history.runs().stream().map(this::run).toList()) + "  ],\n  \"migrations\": [\n"
                + lines(sorted.entrySet().stream()
                        .map(entry -> trace(entry.getKey(), entry.getValue()))
                        .toList())
                + "  ]\n}\n";
    }

    private static String lines(List<String> lines) {
        return lines.isEmpty() ? "" : "    " + String.join(",\n    ", lines) + "\n";
    }

    private String run(Run run) {
        return "{\"at\": " + quoted(run.at()) + ", \"machine\": " + quoted(run.machine()) + "}";
    }

    private String trace(Key key, Trace trace) {
        return "{\"changelog\": " + quoted(key.changelog()) + ", \"database\": " + quoted(key.database())
                + ", \"rows\": " + key.rows() + ", \"migration\": " + quoted(key.migration()) + ", \"checksum\": "
                + quoted(trace.checksum()) + ", \"medians\": {"
                + new TreeMap<>(trace.figures())
                        .entrySet().stream()
                                .map(entry -> quoted(entry.getKey()) + ": " + values(entry.getValue()))
                                .collect(Collectors.joining(", "))
                + "}}";
    }

    private static String values(List<Double> values) {
        Double first = values.get(0);
        return first != null && values.stream().allMatch(first::equals)
                ? number(first)
                : values.stream().map(HistoryText::number).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String number(Double value) {
        return value == null
                ? "null"
                : value == Math.rint(value) ? Long.toString(value.longValue()) : Double.toString(value);
    }

    private String quoted(String text) {
        return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(mask.of(text))) + "\"";
    }
}
