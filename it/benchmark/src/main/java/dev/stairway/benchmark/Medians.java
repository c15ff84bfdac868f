package dev.stairway.benchmark;

import java.util.List;
import java.util.Map;

/** The median of every figure of every trial; NaN for what did not run. */
record Medians(Map<String, Map<String, List<Double>>> samples) {

    double of(String trial, String figure) {
        List<Double> values = samples.getOrDefault(trial, Map.of()).getOrDefault(figure, List.of()).stream()
                .sorted()
                .toList();
        return values.isEmpty() ? Double.NaN : values.get(values.size() / 2);
    }
}
