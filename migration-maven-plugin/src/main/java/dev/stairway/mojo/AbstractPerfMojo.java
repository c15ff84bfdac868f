package dev.stairway.mojo;

import dev.stairway.baseline.Thresholds;
import dev.stairway.matrix.Scenario;
import dev.stairway.perf.PerfLimits;
import dev.stairway.perf.PerfOptions;
import dev.stairway.run.TimeLimits;
import dev.stairway.run.WalkOptions;
import dev.stairway.suite.SuiteOptions;
import java.io.File;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals share that measure what migrations cost. */
abstract class AbstractPerfMojo extends AbstractWalkMojo {

    /**
     * Rows in every table, one or several numbers, 0 to 100000000: every migration is measured with each. At least three of
     * them tell how its cost grows. Example: {@code 0,1000,10000,100000}.
     */
    @Parameter(property = "migration.perf.rows", defaultValue = "0,1000,10000")
    private List<String> rows;

    /** How often every migration is measured with each number of rows, 1 to 100. Fewer than 5 tell nothing about times. */
    @Parameter(property = "migration.perf.repetitions", defaultValue = "5")
    private int repetitions;

    /** Passes before them of which no time is kept, 1 to 10. */
    @Parameter(property = "migration.perf.warmUps", defaultValue = "1")
    private int warmUps;

    /**
     * Rows per table in production: the report says what each migration will cost there. Default: no forecast. Example: {@code
     * 5000000}.
     */
    @Parameter(property = "migration.perf.forecastRows", defaultValue = "0")
    private long forecastRows;

    /**
     * Longest time that a client which reads or writes may have to wait while a migration runs, in milliseconds: one number for
     * every database, or one per product. Example: {@code sqlite=1000,postgresql=5000}.
     */
    @Parameter(property = "migration.maxDowntimeMillis", defaultValue = "30000")
    private List<String> maxDowntimeMillis;

    /**
     * Longest time that a migration may hold a lock for which others have to wait to read or to write, in milliseconds: one
     * number for every database, or one per product. Example: {@code postgresql=500}.
     */
    @Parameter(property = "migration.maxLockMillis", defaultValue = "5000")
    private List<String> maxLockMillis;

    /** Calls per second of each client that works beside a migration, at most 1000; 0 for no clients. */
    @Parameter(property = "migration.perf.callsPerSecond", defaultValue = "50")
    private double callsPerSecond;

    /**
     * How long one further client keeps a transaction open in which it has read every table, in milliseconds: behind it a
     * migration that needs a table for itself has to wait, and everybody else behind the migration. Default: none.
     */
    @Parameter(property = "migration.perf.slowReaderMillis", defaultValue = "0")
    private long slowReaderMillis;

    /**
     * Files of SQL, or directories of them, with what the application does: one client repeats each while a migration runs.
     * Default: {@code src/test/migration/workload} or {@code src/test/resources/migration/workload}, where it exists.
     */
    @Parameter(property = "migration.perf.workload")
    private List<String> workload;

    /**
     * Files of SQL, or directories of them, with the <a href="queries.html">queries of the application</a>, whose plans are
     * compared before and after every migration. Default: {@code src/test/migration/queries} or {@code
     * src/test/resources/migration/queries}, where it exists.
     */
    @Parameter(property = "migration.perf.queries")
    private List<String> queries;

    /**
     * The same with the queries of the release before, which still runs while migrations are applied. Default: {@code
     * src/test/migration/queriesBefore} or {@code src/test/resources/migration/queriesBefore}, where it exists.
     */
    @Parameter(property = "migration.perf.queriesBefore")
    private List<String> queriesBefore;

    /** Performance baseline: figures of an earlier run, kept in version control. Missing file: nothing is compared. */
    @Parameter(property = "migration.baselineFile", defaultValue = "${project.basedir}/.migration/perf-baseline.json")
    private File baselineFile;

    /**
     * Records this run's figures as the new performance baseline. Whoever says so accepts them: regressions against the former
     * one are reported and do not fail the build.
     */
    @Parameter(property = "migration.updateBaseline", defaultValue = "false")
    private boolean updateBaseline;

    /**
     * Regressions against the performance baseline that fail the build: {@code WORK} for counted work, which does not vary with
     * the machine, {@code ALL} for times as well, or {@code NONE}.
     */
    @Parameter(property = "migration.failOnRegression", defaultValue = "WORK")
    private String failOnRegression;

    /** Growth of counted work in percent, beyond which it is a regression. */
    @Parameter(property = "migration.regressionPercent", defaultValue = "10")
    private double regressionPercent;

    /** Growth of a time in percent, beyond which it is a regression, if it is also as many milliseconds and no chance. */
    @Parameter(property = "migration.regressionTimePercent", defaultValue = "25")
    private double regressionTimePercent;

    /** Least growth of a time that counts as a regression, in milliseconds. */
    @Parameter(property = "migration.regressionMinimumMillis", defaultValue = "20")
    private double regressionMinimumMillis;

    /** One for each number of rows. */
    final List<Scenario> sizes() {
        return PerfSettings.sizes(rows);
    }

    final PerfOptions measuring(SuiteOptions options) {
        WalkOptions walk = options.walk();
        if (updateBaseline && options.shard() != null) {
            throw CheckedSettings.refused(
                    "updateBaseline",
                    "true for a shard, which knows a part of the figures alone",
                    "Record the performance baseline in a run without -Dmigration.shard");
        }
        return new PerfOptions(
                PerfSettings.within("warmUps", warmUps, 10),
                PerfSettings.within("repetitions", repetitions, 100),
                PerfSettings.forecastRows(forecastRows),
                walk.seed(),
                walk.exclusions().stream()
                        .map(left -> new PerfOptions.Exclusion(left.migration(), left.reason()))
                        .toList(),
                limits(walk),
                PerfSettings.queries(project().getBasedir().toPath(), queries, queriesBefore),
                clients());
    }

    final SuiteOptions.Baseline baseline() {
        return new SuiteOptions.Baseline(
                baselineFile.toPath(),
                relative(baselineFile.toPath()),
                updateBaseline,
                new Thresholds(
                        RegressionSettings.percent("regressionPercent", regressionPercent),
                        RegressionSettings.percent("regressionTimePercent", regressionTimePercent),
                        RegressionSettings.millis(regressionMinimumMillis),
                        RegressionSettings.failOn(failOnRegression, updateBaseline)));
    }

    private PerfLimits limits(WalkOptions walk) {
        TimeLimits times = walk.checks().timeLimits();
        return new PerfLimits(
                times.usual(),
                times.large(),
                PerfLimits.LARGE,
                LimitSettings.millis("maxDowntimeMillis", maxDowntimeMillis),
                LimitSettings.millis("maxLockMillis", maxLockMillis),
                walk.maxRollbackMillis());
    }

    private PerfOptions.Clients clients() {
        return PerfSettings.clients(
                callsPerSecond, slowReaderMillis, project().getBasedir().toPath(), workload);
    }
}
