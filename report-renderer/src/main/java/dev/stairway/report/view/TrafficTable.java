package dev.stairway.report.view;

import dev.stairway.report.document.Performance.Side;
import dev.stairway.report.document.Performance.Traffic;
import java.util.Comparator;
import java.util.List;

/**
 * What clients met while a migration ran.
 *
 * @param title with the way
 * @param quiet all there is to say when nobody waited longer than usual; else empty
 * @param rows one for each kind of client; none when it was quiet
 */
public record TrafficTable(String title, String quiet, List<Row> rows) {

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
        boolean quiet = side.traffic().stream().noneMatch(traffic -> stands(traffic) || traffic.errors() > 0);
        return new TrafficTable(
                "Clients on the way " + way.word(),
                quiet ? quiet(way, side) : "",
                quiet
                        ? List.of()
                        : side.traffic().stream().map(TrafficTable::row).toList());
    }

    private static String quiet(Cost.Way way, Side side) {
        Traffic longest = side.traffic().stream()
                .max(Comparator.comparingDouble(Traffic::longestMillis))
                .orElseThrow();
        return "Clients noticed nothing on the way " + way.word() + ": of "
                + Units.count(side.traffic().stream().mapToLong(Traffic::calls).sum(), "call")
                + " the longest took " + Units.millis(Double.valueOf(longest.longestMillis())) + " ("
                + Waiting.client(longest) + "), idle " + Units.millis(longest.idleLongestMillis()) + ".";
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
