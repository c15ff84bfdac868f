package dev.stairway.benchmark.downtime;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All rounds of all statements: as JSON for machines and as a table for people. */
final class DowntimeResults {

    private static final String HEAD = "%n%-46s %8s %18s %18s %10s %22s %14s%n";
    private static final String ROW = "%-46s %8.0f %18s %18s %10s %22s %14s%n";

    private final DowntimeSettings settings;
    private final Map<String, List<Map<String, Double>>> rounds = new LinkedHashMap<>();

    DowntimeResults(DowntimeSettings settings) {
        this.settings = settings;
    }

    void add(String statement, Map<String, Double> figures) {
        rounds.computeIfAbsent(statement, name -> new ArrayList<>()).add(figures);
    }

    static String line(Map<String, Double> figures) {
        return new TreeMap<>(figures)
                .entrySet().stream()
                        .map(each -> String.format(Locale.ROOT, "%s=%.1f", each.getKey(), each.getValue()))
                        .collect(Collectors.joining(" "));
    }

    String table() {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                HEAD,
                "medians, ms",
                "runs",
                "read ours/plain",
                "write ours/plain",
                "near",
                "without/with clients",
                "clients' CPU"));
        rounds.keySet().forEach(name -> table.append(row(name)));
        return table.toString();
    }

    private String row(String name) {
        boolean overhead = OverheadTrial.PLAYED.contains(name);
        return String.format(
                Locale.ROOT,
                ROW,
                name,
                median(name, "millis"),
                pair(name, "read", "plainRead"),
                pair(name, "write", "plainWrite"),
                near(name) + " of " + rounds.get(name).size(),
                overhead ? pair(name, "withoutMillis", "withMillis") : "",
                overhead ? String.format(Locale.ROOT, "%.1f %%", 100 * cpuShare(name)) : "");
    }

    private String pair(String name, String one, String other) {
        return String.format(Locale.ROOT, "%.0f / %.0f", median(name, one), median(name, other));
    }

    private long near(String name) {
        return rounds.get(name).stream().filter(BlockedTrial::met).count();
    }

    /** Of one processor, while the statement ran; what a busy machine shows of them is no more than noise in the other figure. */
    private double cpuShare(String name) {
        return median(name, "clientsCpuMillis") / median(name, "withMillis");
    }

    private double median(String name, String figure) {
        List<Double> sorted = rounds.get(name).stream()
                .map(round -> round.get(figure))
                .sorted()
                .toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** Most rounds of every statement are near, and the medians show no more overhead than is allowed. */
    boolean allMet() {
        return rounds.keySet().stream()
                .allMatch(name -> 2 * near(name) > rounds.get(name).size()
                        && (!OverheadTrial.PLAYED.contains(name)
                                || median(name, "withMillis") <= OverheadTrial.MOST * median(name, "withoutMillis")));
    }

    void write() throws IOException {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("formatVersion", "1.0");
        document.put("processors", Runtime.getRuntime().availableProcessors());
        document.put("java", System.getProperty("java.vm.version"));
        document.put("rows", settings.rows());
        document.put("statements", rounds);
        Files.createDirectories(settings.output().getParent());
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(settings.output().toFile(), document);
    }
}
