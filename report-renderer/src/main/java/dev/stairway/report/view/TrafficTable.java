package dev.stairway.report.view;

import dev.stairway.report.document.Performance.Side;
import dev.stairway.report.document.Performance.Traffic;
import java.util.List;

/**
 * What clients met while a migration ran.
 *
 * @param title with the way
 */
public record TrafficTable(String title, List<Row> rows) {

    /**
     * @param idle of the same clients without the migration
     * @param css colour class of the longest wait
     */
    public record Row(
            String client,
            String calls,
            String median,
            String slow,
            String css,
            String longest,
            String idle,
            String errors) {}

    static TrafficTable of(Cost.Way way, Side side) {
        return new TrafficTable(
                "Clients on the way " + way.word(),
                side.traffic().stream().map(TrafficTable::row).toList());
    }

    private static Row row(Traffic traffic) {
        return new Row(
                Waiting.client(traffic),
                Units.count(traffic.calls()),
                Units.millis(traffic.p50Millis()),
                Units.millis(traffic.p99Millis()),
                (stands(traffic) ? Tone.BAD : Tone.OK).css(),
                Units.millis(Double.valueOf(traffic.longestMillis())),
                idle(traffic),
                errors(traffic));
    }

    /** Ten times what the same clients met without the migration, and long enough to matter. */
    static boolean stands(Traffic traffic) {
        double idle = traffic.idleLongestMillis() == null ? 0 : traffic.idleLongestMillis();
        return traffic.longestMillis() > Math.max(TrafficPlot.NOTICED, 10 * idle);
    }

    private static String idle(Traffic traffic) {
        if (traffic.idleP99Millis() == null && traffic.idleLongestMillis() == null) {
            return Units.NOTHING;
        }
        return Units.millis(traffic.idleP99Millis()) + " / " + Units.millis(traffic.idleLongestMillis());
    }

    private static String errors(Traffic traffic) {
        if (traffic.errors() == 0) {
            return "none";
        }
        String deadlocks = traffic.deadlocks() == 0 ? "" : ", " + Units.count(traffic.deadlocks(), "deadlock");
        return Units.count(traffic.errors())
                + deadlocks
                + (traffic.firstError().isEmpty() ? "" : ": " + traffic.firstError());
    }
}
