package dev.stairway.report.view;

import dev.stairway.report.document.Performance.Scaling;
import java.util.Comparator;
import java.util.List;

/**
 * One migration on one database in a line.
 *
 * @param verdict against the baseline; empty where there is nothing to say
 * @param size rows per table at which the figures were taken
 * @param grows how its time grows
 * @param forecast for the rows of production
 * @param forecastRange ends of its interval; empty where they are unknown
 */
public record CostRow(
        MigrationLink migration,
        String where,
        String css,
        String verdict,
        String size,
        String up,
        String growsCss,
        String grows,
        String forecast,
        String forecastRange,
        String locks,
        String clients,
        String down) {

    /** Longest waiting first, then the most expensive. */
    static List<Cost> worstFirst(Costs costs) {
        return costs.all().stream()
                .sorted(Comparator.comparingDouble(CostRow::weight).reversed())
                .toList();
    }

    /** What it would cost in production, as far as that is known. */
    private static double weight(Cost cost) {
        Double millis = cost.millis(Cost.Way.UP);
        Waiting waiting = Waiting.longest(cost);
        Scaling scaling = cost.scaling(Cost.Way.UP, Cost.MILLIS);
        double measured = millis == null ? 0 : millis;
        double growth = scaling == null || scaling.forecast() == null || measured <= 0
                ? 1
                : Math.max(1, scaling.forecast() / measured);
        // A second of waiting outweighs any amount of work that nobody notices.
        return growth * ((waiting == null ? 0 : waiting.millis()) + measured / 1000);
    }

    static CostRow of(Cost cost, Matrix matrix) {
        Scaling scaling = cost.scaling(Cost.Way.UP, Cost.MILLIS);
        String shape = scaling == null ? "" : scaling.shape();
        Verdict verdict = verdict(cost);
        Cost.Sized largest = cost.largest(Cost.Way.UP, side -> !side.millis().isEmpty());
        return new CostRow(
                matrix.link(cost.changelog(), cost.migration()),
                matrix.names().database(cost.database()),
                verdict.css(),
                verdict == Verdict.UNKNOWN ? "" : verdict.label(),
                largest == null ? Units.NOTHING : Units.count(largest.rows()),
                Units.millis(cost.millis(Cost.Way.UP)),
                Growth.tone(shape).css(),
                shape.isEmpty() ? "" : Growth.word(shape),
                scaling == null ? Units.NOTHING : Figures.value(Cost.MILLIS, Growth.rounded(scaling.forecast())),
                scaling == null
                        ? ""
                        : Figures.ends(
                                Cost.MILLIS,
                                Growth.rounded(scaling.forecastLow()),
                                Growth.rounded(scaling.forecastHigh())),
                waiting(Waiting.byLocks(cost)),
                waiting(Waiting.ofClients(cost)),
                Units.millis(cost.millis(Cost.Way.DOWN)));
    }

    /** The one that a reader wants to know first. */
    private static Verdict verdict(Cost cost) {
        return cost.entries().stream()
                .map(Verdict::of)
                .min(Comparator.naturalOrder())
                .orElse(Verdict.UNKNOWN);
    }

    private static String waiting(Waiting waiting) {
        return waiting == null ? Units.NOTHING : Units.millis(Double.valueOf(waiting.millis())) + " " + waiting.who();
    }

    /** For example {@code PostgreSQL 18, 10 000 rows}. */
    static String where(String database, long rows, Matrix matrix) {
        return matrix.names().database(database) + ", "
                + Units.count(rows, matrix.names().words(database).item());
    }
}
