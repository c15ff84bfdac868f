package dev.stairway.report.document;

import java.util.List;
import java.util.Map;

/**
 * What the migrations cost. The fields are explained by the published JSON Schema. Strings, lists and maps are never null here;
 * a nullable field says so.
 *
 * @param comparison null when there is none
 */
public record Performance(
        int repetitions,
        int warmUps,
        long forecastRows,
        List<Cell> cells,
        List<Scaling> scaling,
        List<Query> queries,
        Comparison comparison) {
    public Performance {
        cells = Defaults.list(cells);
        scaling = Defaults.list(scaling);
        queries = Defaults.list(queries);
    }

    /** One changelog on one database with so many rows in every table. */
    public record Cell(
            String id,
            String changelog,
            String database,
            long rows,
            String result,
            String reason,
            long durationMillis,
            List<Step> steps,
            List<Recovery> recoveries) {
        public Cell {
            id = Defaults.text(id);
            changelog = Defaults.text(changelog);
            database = Defaults.text(database);
            result = Defaults.text(result);
            reason = Defaults.text(reason);
            steps = Defaults.list(steps);
            recoveries = Defaults.list(recoveries);
        }
    }

    /**
     * One migration in a cell.
     *
     * @param bytesBefore null where unknown
     * @param up null when it did not run
     * @param down null when it was not measured
     */
    public record Step(String migration, long rowsBefore, Long bytesBefore, Side up, Side down, String downReason) {
        public Step {
            migration = Defaults.text(migration);
            downReason = Defaults.text(downReason);
        }
    }

    /** One direction of a step. */
    public record Side(
            List<Double> millis,
            Map<String, List<Long>> counters,
            Host host,
            List<Statement> statements,
            List<Traffic> traffic) {
        public Side {
            millis = Defaults.list(millis);
            counters = Defaults.map(counters);
            host = host == null ? new Host(null, null, null, null) : host;
            statements = Defaults.list(statements);
            traffic = Defaults.list(traffic);
        }
    }

    /**
     * What the processes took.
     *
     * @param serverPeakBytes null where unknown
     * @param enginePeakBytes null where unknown
     */
    public record Host(
            List<Double> serverCpuMillis, Long serverPeakBytes, List<Double> engineCpuMillis, Long enginePeakBytes) {
        public Host {
            serverCpuMillis = Defaults.list(serverCpuMillis);
            engineCpuMillis = Defaults.list(engineCpuMillis);
        }
    }

    /** One statement, as the pass saw it that watches locks. */
    public record Statement(
            String sql,
            double atMillis,
            double millis,
            boolean transactional,
            List<Lock> locks,
            List<String> rewrites) {
        public Statement {
            sql = Defaults.text(sql);
            locks = Defaults.list(locks);
            rewrites = Defaults.list(rewrites);
        }
    }

    /** One lock of a statement. */
    public record Lock(String relation, String mode, double heldMillis, double waitedMillis, List<String> blocks) {
        public Lock {
            relation = Defaults.text(relation);
            mode = Defaults.text(mode);
            blocks = Defaults.list(blocks);
        }
    }

    /**
     * Clients of one kind on one table while the migration ran.
     *
     * @param p50Millis null when no call ended
     * @param p99Millis null when no call ended
     * @param idleP99Millis null when not measured
     * @param idleLongestMillis null when not measured
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
            List<Blocked> blocked) {
        public Traffic {
            table = Defaults.text(table);
            kind = Defaults.text(kind);
            firstError = Defaults.text(firstError);
            blocked = Defaults.list(blocked);
        }
    }

    /** One long call. */
    public record Blocked(double atMillis, double millis) {}

    /** Time back from head. */
    public record Recovery(String migration, int migrations, double millis) {
        public Recovery {
            migration = Defaults.text(migration);
        }
    }

    /**
     * How one figure of one migration grows with the rows of its tables.
     *
     * @param intercept null when unknown
     * @param exponent null when unknown
     * @param forecast null when none was asked for or it is unknown
     * @param forecastLow null likewise
     * @param forecastHigh null likewise
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
            Double forecastHigh) {
        public Scaling {
            changelog = Defaults.text(changelog);
            database = Defaults.text(database);
            migration = Defaults.text(migration);
            direction = Defaults.text(direction);
            metric = Defaults.text(metric);
            shape = Defaults.text(shape);
            why = Defaults.text(why);
            points = Defaults.list(points);
        }
    }

    /** Median at one number of rows. */
    public record Point(long rows, double value) {}

    /**
     * What one migration does to one query.
     *
     * @param costRatio null where unknown
     * @param buffersRatio null where unknown
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
            Double buffersRatio) {
        public Query {
            changelog = Defaults.text(changelog);
            database = Defaults.text(database);
            migration = Defaults.text(migration);
            query = Defaults.text(query);
            kind = Defaults.text(kind);
            text = Defaults.text(text);
            before = Defaults.list(before);
            after = Defaults.list(after);
        }
    }

    /** The figures against the performance baseline. */
    public record Comparison(
            String baselineFile,
            String recordedAt,
            String environment,
            List<ComparisonEntry> entries,
            List<History> history) {
        public Comparison {
            baselineFile = Defaults.text(baselineFile);
            recordedAt = Defaults.text(recordedAt);
            environment = Defaults.text(environment);
            entries = Defaults.list(entries);
            history = Defaults.list(history);
        }
    }

    /**
     * One figure of one migration before and now.
     *
     * @param previous null when new
     * @param previousLow null when unknown
     * @param previousHigh null when unknown
     * @param current null when gone
     * @param ratio null when either is missing or zero
     * @param p null where nothing is sampled
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
            String why) {
        public ComparisonEntry {
            changelog = Defaults.text(changelog);
            migration = Defaults.text(migration);
            database = Defaults.text(database);
            metric = Defaults.text(metric);
            verdict = Defaults.text(verdict);
            why = Defaults.text(why);
        }
    }

    /** Earlier runs of one figure. */
    public record History(
            String changelog, String migration, String database, long rows, String metric, List<Moment> points) {
        public History {
            changelog = Defaults.text(changelog);
            migration = Defaults.text(migration);
            database = Defaults.text(database);
            metric = Defaults.text(metric);
            points = Defaults.list(points);
        }
    }

    /** One run. */
    public record Moment(String at, double value) {
        public Moment {
            at = Defaults.text(at);
        }
    }
}
