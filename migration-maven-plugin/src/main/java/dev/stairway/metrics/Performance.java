package dev.stairway.metrics;

import java.util.List;
import java.util.Map;

/**
 * What the migrations cost: the part of the metrics document that goal {@code perf} fills. Field names carry their units.
 * Lists and maps are never null; a nullable field says so.
 *
 * @param repetitions measured passes over every cell
 * @param warmUps passes before them, of which nothing is kept
 * @param forecastRows rows per table that the user expects in production; 0 where none were named
 * @param cells changelog x database x number of rows, in matrix order
 * @param scaling how the cost of each migration grows with the rows
 * @param queries of the application whose plan or result changes with a migration, worst first
 * @param comparison with the performance baseline; null when there is none
 */
public record Performance(
        int repetitions,
        int warmUps,
        long forecastRows,
        List<Cell> cells,
        List<Scaling> scaling,
        List<Query> queries,
        Comparison comparison) {

    /**
     * @param id unique: {@code changelog/database/rows}
     * @param rows that every table was filled up to
     * @param result {@code MEASURED} or {@code NOT_MEASURED}
     * @param reason why it was not measured, or not to its end; else empty
     * @param steps in order, up to where it came
     * @param recoveries time back from head, the last migration first; one for each migration that could be taken back
     */
    public record Cell(
            String id,
            String changelog,
            String database,
            long rows,
            String result,
            String reason,
            long durationMillis,
            List<Step> steps,
            List<Recovery> recoveries) {}

    /**
     * @param rowsBefore in all tables
     * @param bytesBefore size of the database; null where unknown
     * @param up the way up; null when it did not run
     * @param down the way down; null when it was not measured
     * @param downReason why it was not; else empty
     */
    public record Step(String migration, long rowsBefore, Long bytesBefore, Side up, Side down, String downReason) {}

    /**
     * One direction of a step.
     *
     * @param millis wall time, commit included; raw, one for each repetition in their order
     * @param counters work by name (see {@link dev.stairway.measure.work.Counter}); raw, one for each repetition
     * @param host what the processes took
     * @param statements what was seen in the pass that watches locks; empty where the product lets nobody look
     * @param traffic what clients met meanwhile, one for each table and kind; empty where there were none
     */
    public record Side(
            List<Double> millis,
            Map<String, List<Long>> counters,
            Host host,
            List<Statement> statements,
            List<Traffic> traffic) {}

    /**
     * @param serverCpuMillis of all processes of the server, one for each repetition; empty where unknown
     * @param serverPeakBytes most resident memory of them all that was seen; null where unknown
     * @param engineCpuMillis of the thread that ran the engine, one for each repetition; empty where unknown
     * @param enginePeakBytes most heap that was seen in use; null where unknown
     */
    public record Host(
            List<Double> serverCpuMillis, Long serverPeakBytes, List<Double> engineCpuMillis, Long enginePeakBytes) {}

    /**
     * @param sql as sent
     * @param atMillis since the step began
     * @param millis until the server answered
     * @param transactional false when it ran outside a transaction, where locks were sampled from beside it
     * @param locks strongest first
     * @param rewrites relations whose files it wrote anew
     */
    public record Statement(
            String sql,
            double atMillis,
            double millis,
            boolean transactional,
            List<Lock> locks,
            List<String> rewrites) {}

    /**
     * @param relation qualified name; what is locked where that is no relation
     * @param mode as the product calls it, for example {@code AccessExclusiveLock}
     * @param heldMillis from the statement that took it to the end of its transaction
     * @param waitedMillis before it was granted
     * @param blocks of {@code READS}, {@code WRITES}, {@code DDL}; who has to wait
     */
    public record Lock(String relation, String mode, double heldMillis, double waitedMillis, List<String> blocks) {}

    /**
     * Clients of one kind on one table while the migration ran.
     *
     * @param table qualified name; the name of the file for the user's own workload
     * @param kind {@code READ}, {@code WRITE} or {@code WORKLOAD}
     * @param calls that ended while the migration ran
     * @param errors of them
     * @param deadlocks among the errors
     * @param firstError without values; empty when there was none
     * @param p50Millis median of a call; null when no call ended
     * @param p99Millis of a call; null when no call ended
     * @param longestMillis the longest one, counted from when it was due
     * @param idleP99Millis the same clients just before, without a migration; null when not measured
     * @param idleLongestMillis the same; null when not measured
     * @param blocked the longest calls in order of time, at most 20
     */
    public record Traffic(
            String table,
            String kind,
            long calls,
            long errors,
            long deadlocks,
            String firstError,
            Double p50Millis,
            Double p99Millis,
            double longestMillis,
            Double idleP99Millis,
            Double idleLongestMillis,
            List<Blocked> blocked) {}

    /**
     * @param atMillis since the step began
     * @param millis how long the call took
     */
    public record Blocked(double atMillis, double millis) {}

    /**
     * @param migration the oldest one that is taken back with it
     * @param migrations how many are taken back
     * @param millis median of the time that all of them take together
     */
    public record Recovery(String migration, int migrations, double millis) {}

    /**
     * How one figure of one migration grows with the rows of its tables.
     *
     * @param direction {@code up} or {@code down}
     * @param metric {@code millis}, or a counter
     * @param shape {@code METADATA_ONLY}, {@code LINEAR}, {@code WORSE} or {@code UNKNOWN}
     * @param why in words, when it is unknown; else empty
     * @param points median for each number of rows
     * @param intercept of value = intercept + slope * rows; null when unknown
     * @param slope the same, per row
     * @param exponent of the growth on the larger sizes: 1 is linear; null when unknown
     * @param forecast at {@code forecastRows}; null when none was asked for or it is unknown
     * @param forecastLow lower end of its 95 % interval; null likewise
     * @param forecastHigh upper end; null likewise
     */
    public record Scaling(
            String changelog,
            String database,
            String migration,
            String direction,
            String metric,
            String shape,
            String why,
            List<Point> points,
            Double intercept,
            Double slope,
            Double exponent,
            Double forecast,
            Double forecastLow,
            Double forecastHigh) {}

    /** @param value median at this number of rows */
    public record Point(long rows, double value) {}

    /**
     * What one migration does to one query.
     *
     * @param query name: file without its ending, and its number where a file has several
     * @param kind {@code PLAN_CHANGED}, {@code INDEX_LOST}, {@code SEQUENTIAL_SCAN}, {@code COSTLIER}, {@code CHEAPER},
     *     {@code FAILS_AFTER} (of the release before), {@code FAILS_BEFORE} (of the release after)
     * @param text one sentence
     * @param before plan in lines; empty where there is none
     * @param after the same
     * @param costRatio by the planner; null where unknown
     * @param buffersRatio pages that were touched; null where unknown
     */
    public record Query(
            String changelog,
            String database,
            String migration,
            String query,
            String kind,
            String text,
            List<String> before,
            List<String> after,
            Double costRatio,
            Double buffersRatio) {}

    /**
     * @param baselineFile relative to the project
     * @param recordedAt ISO-8601, UTC
     * @param environment {@code same}, or what differs, in words
     * @param entries regressions first
     * @param history earlier runs of the same figures, the oldest first
     */
    public record Comparison(
            String baselineFile,
            String recordedAt,
            String environment,
            List<ComparisonEntry> entries,
            List<History> history) {}

    /**
     * One figure of one migration before and now.
     *
     * @param metric {@code up.millis}, {@code down.walBytes}, ...
     * @param previous median; null when new
     * @param previousLow lower end of its 95 % interval; null when unknown
     * @param previousHigh upper end; null when unknown
     * @param current median; null when gone
     * @param currentLow likewise
     * @param currentHigh likewise
     * @param ratio current / previous; null when either is missing or zero
     * @param limit ratio above which it is a regression
     * @param p probability of such a difference by chance, Mann-Whitney, two-sided; null where nothing is sampled
     * @param verdict {@code REGRESSION}, {@code IMPROVEMENT}, {@code SAME}, {@code NEW}, {@code GONE}, {@code CHANGED}
     *     (the migration was edited), {@code NOT_COMPARABLE} (another environment) or {@code TOO_FEW} samples
     * @param gated true when such a regression can fail the build
     * @param why one sentence with both numbers
     */
    public record ComparisonEntry(
            String changelog,
            String migration,
            String database,
            long rows,
            String metric,
            Double previous,
            Double previousLow,
            Double previousHigh,
            Double current,
            Double currentLow,
            Double currentHigh,
            Double ratio,
            double limit,
            Double p,
            String verdict,
            boolean gated,
            String why) {}

    /** @param points the oldest first; the present run is the last one */
    public record History(
            String changelog, String migration, String database, long rows, String metric, List<Moment> points) {}

    /**
     * @param at ISO-8601, UTC
     * @param value median
     */
    public record Moment(String at, double value) {}
}
