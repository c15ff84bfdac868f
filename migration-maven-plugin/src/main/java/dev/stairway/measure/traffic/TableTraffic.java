package dev.stairway.measure.traffic;

import java.util.List;

/**
 * What the client of one kind met on one table while a step ran.
 *
 * <p>A call counts from when it was due: a client that is kept waiting makes up for the calls that it missed meanwhile, each
 * of which waited from its own time on.
 *
 * @param table qualified name; name of the file for the user's own workload
 * @param calls that were due and ended while the step ran
 * @param errors of them
 * @param deadlocks among the errors
 * @param firstError without values; empty when there was none
 * @param p50Millis median; null when no call ended
 * @param p99Millis null when no call ended
 * @param longestMillis 0 when no call ended
 * @param idleP99Millis of the same client just before the step; null when it was not measured
 * @param idleLongestMillis the same
 * @param blocked the longest calls that took at least {@value Samples#LEAST_MILLIS} ms, at most {@value Samples#MOST_BLOCKED},
 *     in order of time; no two overlap
 */
public record TableTraffic(
        String table,
        Kind kind,
        long calls,
        long errors,
        long deadlocks,
        String firstError,
        Double p50Millis,
        Double p99Millis,
        double longestMillis,
        Double idleP99Millis,
        Double idleLongestMillis,
        List<Blocked> blocked) {

    /** What a client does. */
    public enum Kind {
        READ,
        WRITE,
        /** The user's own statements. */
        WORKLOAD
    }

    public TableTraffic {
        blocked = List.copyOf(blocked);
    }
}
