package dev.stairway.baseline;

import dev.stairway.measure.work.Counter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Names a figure of a migration and puts its values into words.
 *
 * @param direction {@code up} or {@code down}
 * @param counter null for the time
 */
record Figure(String direction, Counter counter) {

    static final Map<String, Counter> COUNTERS = counters();

    private static Map<String, Counter> counters() {
        Map<String, Counter> counters = new TreeMap<>();
        Arrays.stream(Counter.values()).forEach(counter -> counters.put(counter.key(), counter));
        return Map.copyOf(counters);
    }

    boolean isTime() {
        return counter == null;
    }

    String metric() {
        return direction + "." + (isTime() ? "millis" : counter.key());
    }

    /** Least difference that counts, in the unit of the counter. */
    double floor() {
        return counter.floor();
    }

    /** The value with its unit. */
    String shown(double value) {
        if (isTime()) {
            return String.format(Locale.ROOT, value < 10 ? "%.2f ms" : "%.1f ms", value);
        }
        return String.format(Locale.ROOT, "%,d", Math.round(value));
    }

    /** What it is, for sentences. */
    String words() {
        return (isTime() ? "time" : counter.key()) + " on the way " + direction;
    }
}
