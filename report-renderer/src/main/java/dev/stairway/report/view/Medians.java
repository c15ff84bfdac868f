package dev.stairway.report.view;

import java.util.List;
import java.util.Objects;

/** Of raw samples, which the document keeps. */
public final class Medians {

    private Medians() {}

    /** Null of nothing. */
    public static Double of(List<? extends Number> samples) {
        List<Double> sorted = samples.stream()
                .filter(Objects::nonNull)
                .map(Number::doubleValue)
                .sorted()
                .toList();
        if (sorted.isEmpty()) {
            return null;
        }
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
