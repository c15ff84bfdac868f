package dev.stairway.benchmark.data;

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

/** All rounds of all trials: as JSON for machines and as a table for people. */
final class DataResults {

    private static final String ROW = "%-90s %12s %12s %12s %12s  %s%n";

    private final DataSettings settings;
    private final Map<String, Map<String, List<Double>>> values = new LinkedHashMap<>();
    private final Map<String, List<DataTrial.Limit>> limits = new LinkedHashMap<>();

    DataResults(DataSettings settings) {
        this.settings = settings;
    }

    void add(DataTrial trial, Map<String, Double> figures) {
        limits.put(trial.name(), trial.limits());
        Map<String, List<Double>> known = values.computeIfAbsent(trial.name(), name -> new TreeMap<>());
        figures.forEach((name, value) ->
                known.computeIfAbsent(name, each -> new ArrayList<>()).add(value));
    }

    static String line(Map<String, Double> figures) {
        return new TreeMap<>(figures)
                .entrySet().stream()
                        .map(each -> String.format(Locale.ROOT, "%s=%.2f", each.getKey(), each.getValue()))
                        .collect(Collectors.joining(" "));
    }

    private double median(String trial, String figure) {
        List<Double> sorted = values.get(trial).get(figure).stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    boolean allMet() {
        return limits.entrySet().stream()
                .allMatch(trial ->
                        trial.getValue().stream().allMatch(limit -> limit.met(median(trial.getKey(), limit.figure()))));
    }

    String table() {
        StringBuilder table = new StringBuilder(
                String.format(Locale.ROOT, "%n" + ROW, "target", "median", "limit", "least", "most", ""));
        limits.forEach((trial, all) -> all.forEach(limit -> table.append(row(trial, limit))));
        return table.toString();
    }

    private String row(String trial, DataTrial.Limit limit) {
        List<Double> all = values.get(trial).get(limit.figure());
        double median = median(trial, limit.figure());
        return String.format(
                Locale.ROOT,
                ROW,
                trial + ": " + limit.title(),
                number(median),
                (limit.atLeast() ? ">= " : "<= ") + number(limit.limit()),
                number(all.stream().min(Double::compare).orElseThrow()),
                number(all.stream().max(Double::compare).orElseThrow()),
                limit.met(median) ? "met" : "MISSED");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    void write() throws IOException {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("formatVersion", "1.0");
        document.put("processors", Runtime.getRuntime().availableProcessors());
        document.put("maxHeapMegabytes", Runtime.getRuntime().maxMemory() / 1_000_000);
        document.put("java", System.getProperty("java.vm.version"));
        document.put("rows", settings.rows());
        document.put("rounds", settings.rounds());
        document.put("trials", values);
        Files.createDirectories(settings.output().getParent());
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(settings.output().toFile(), document);
    }
}
