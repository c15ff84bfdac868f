package dev.stairway.benchmark.redis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that the rounds gave, by name, with the unit in the name. */
final class Series {

    private final Map<String, List<Double>> values = new LinkedHashMap<>();

    void add(String name, double value) {
        values.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
    }

    void add(String name, Cost cost) {
        add(name + " wallMillis", cost.wallMillis());
        add(name + " clientProcessorMillis", cost.clientMillis());
        add(name + " serverProcessorMillis", cost.serverMillis());
    }

    double median(String name) {
        List<Double> sorted = sorted(name);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    double least(String name) {
        return sorted(name).get(0);
    }

    double most(String name) {
        List<Double> sorted = sorted(name);
        return sorted.get(sorted.size() - 1);
    }

    private List<Double> sorted(String name) {
        List<Double> known = values.get(name);
        if (known == null) {
            throw new IllegalArgumentException("Nothing measured: " + name);
        }
        return known.stream().sorted().toList();
    }

    Map<String, List<Double>> all() {
        return Collections.unmodifiableMap(values);
    }
}
