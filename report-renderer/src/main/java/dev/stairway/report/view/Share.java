package dev.stairway.report.view;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How many migrations have one verdict as their worst: the bar over the matrix, and its legend.
 *
 * @param before migrations with a worse verdict
 * @param total all migrations
 */
public record Share(Outcome outcome, int count, int before, int total) {

    static List<Share> all(Matrix matrix) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        matrix.metrics()
                .changelogs()
                .forEach(changelog -> changelog
                        .migrations()
                        .forEach(migration -> counts.merge(matrix.worst(changelog, migration.id()), 1, Integer::sum)));
        int total = counts.values().stream().mapToInt(Integer::intValue).sum();
        List<Share> shares = new ArrayList<>();
        int before = 0;
        for (Map.Entry<Outcome, Integer> entry : counts.entrySet()) {
            shares.add(new Share(entry.getKey(), entry.getValue(), before, total));
            before += entry.getValue();
        }
        return shares;
    }

    /** Start in the bar, 0 to 100. */
    public String left() {
        return percent(before);
    }

    /** Width in the bar, 0 to 100. */
    public String width() {
        return percent(count);
    }

    private String percent(int migrations) {
        return String.format(Locale.ROOT, "%.3f", 100.0 * migrations / total);
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
        return Math.round(100.0 * count / total) + " % of all";
    }
}
