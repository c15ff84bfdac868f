package dev.stairway.report.view;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How many migrations have one verdict as their worst: the bar over the matrix, and its legend.
 *
 * @param left start in the bar, 0 to 100
 * @param width in the bar, 0 to 100
 */
public record Share(Outcome outcome, int count, String left, String width) {

    static List<Share> all(Matrix matrix) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        matrix.metrics()
                .changelogs()
                .forEach(changelog -> changelog
                        .migrations()
                        .forEach(migration -> counts.merge(matrix.worst(changelog, migration.id()), 1, Integer::sum)));
        int total = counts.values().stream().mapToInt(Integer::intValue).sum();
        List<Share> shares = new ArrayList<>();
        double left = 0;
        for (Map.Entry<Outcome, Integer> entry : counts.entrySet()) {
            double width = 100.0 * entry.getValue() / total;
            shares.add(new Share(entry.getKey(), entry.getValue(), number(left), number(width)));
            left += width;
        }
        return shares;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    public String css() {
        return outcome.css();
    }

    public String label() {
        return outcome.label();
    }

    public String symbol() {
        return outcome.symbol();
    }

    public String meaning() {
        return outcome.meaning();
    }

    public String percent() {
        return Math.round(Double.parseDouble(width)) + " % of all";
    }
}
