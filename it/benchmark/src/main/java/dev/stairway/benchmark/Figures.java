package dev.stairway.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything that the rounds gave, and the medians. */
final class Figures {

    private final Map<String, Map<String, List<Double>>> values = new TreeMap<>();

    void add(String trial, Map<String, Double> figures) {
        Map<String, List<Double>> known = values.computeIfAbsent(trial, name -> new TreeMap<>());
        figures.forEach((name, value) ->
                known.computeIfAbsent(name, n -> new ArrayList<>()).add(value));
    }

    boolean has(String trial) {
        return values.containsKey(trial);
    }

    /** Raw values by figure. */
    Map<String, List<Double>> of(String trial) {
        return values.getOrDefault(trial, Map.of());
    }

    double median(String trial, String figure) {
        List<Double> sorted =
                of(trial).getOrDefault(figure, List.of()).stream().sorted().toList();
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("Nothing measured: " + trial + " " + figure);
        }
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
