package dev.stairway.mojo;

import dev.stairway.crash.CrashOptions;
import dev.stairway.database.Profile;
import dev.stairway.fault.FaultOptions;
import dev.stairway.matrix.Scenario;
import dev.stairway.suite.CrashPlan;
import dev.stairway.suite.SuiteOptions;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Proves that a migration survives a crash: kills the server, and the process that applies it, at every statement, runs the same
 * changelog again without repairing anything, and compares all of the schema and all rows with an undisturbed run. Has two
 * processes apply the changelog at once besides, and puts faults on the servers while a migration runs: broken lines, locks of
 * somebody else, timeouts, deadlocks, no room. Only servers that are started for the run are killed or disturbed.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "crash-test",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public class CrashTestMojo extends AbstractWalkMojo {

    /** Skips this goal. */
    @Parameter(property = "migration.crashTest.skip", defaultValue = "false")
    private boolean skipCrashTest;

    /** Where metrics, report and test results go; not where the other goals write theirs. */
    @Parameter(
            property = "migration.crashTest.outputDirectory",
            defaultValue = "${project.build.directory}/migration/crash-test")
    private File crashTestOutputDirectory;

    /** In how many migrations something is killed, counted from the last one: 1 or more. */
    @Parameter(property = "migration.crashTest.last", defaultValue = "5")
    private int last;

    /**
     * In which migrations something is killed instead: ids, in which {@code *} stands for anything. Default: the last ones.
     * Example: {@code *} for all, or {@code *::split-orders::*}.
     */
    @Parameter(property = "migration.crashTest.migrations")
    private List<String> migrations;

    /** Rows that every table holds when something is killed, 0 to 100000000. */
    @Parameter(property = "migration.crashTest.rows", defaultValue = "20")
    private int rows;

    /**
     * Most statements of one migration at which something is killed, 2 or more, for each of server and runner. Of longer ones
     * the first and the last statement and others at random are taken.
     */
    @Parameter(property = "migration.crashTest.killsPerMigration", defaultValue = "20")
    private int killsPerMigration;

    /** Moments besides inside statements, at random, of each migration, for each of server and runner: 0 to 1000. */
    @Parameter(property = "migration.crashTest.killsInside", defaultValue = "2")
    private int killsInside;

    /** Has two processes apply the changelog to the same empty database at once. */
    @Parameter(property = "migration.crashTest.twoRunners", defaultValue = "true")
    private boolean twoRunners;

    /**
     * What else goes wrong while a migration is applied, in the last one, or in those that {@code migrations} names:
     * {@code all}, {@code none}, or some of {@code request-lost}, {@code answer-lost}, {@code silent-line}, {@code slow-line},
     * {@code lock-timeout}, {@code long-transaction}, {@code statement-timeout}, {@code deadlock}, {@code no-room},
     * {@code writes-refused}. Each is tried where the database can have it.
     */
    @Parameter(property = "migration.crashTest.faults", defaultValue = "all")
    private List<String> faults;

    @Override
    boolean skipGoal() {
        return skipCrashTest;
    }

    @Override
    String goal() {
        return "crash-test";
    }

    @Override
    Path output() {
        return crashTestOutputDirectory.toPath();
    }

    @Override
    List<Scenario> scenarios() {
        return List.of(CrashSettings.scenario(rows));
    }

    /** A crash means nothing to a server that keeps nothing. */
    @Override
    Profile profile() {
        return Profile.PRODUCTION;
    }

    /** What a process has handed to the system outlives it, wherever that keeps it. */
    @Override
    boolean onDisk() {
        return false;
    }

    @Override
    SuiteOptions asked(SuiteOptions options) {
        List<String> chosen = CheckedSettings.words(migrations);
        List<String> excluded = options.walk().exclusions().stream()
                .map(left -> left.migration())
                .toList();
        long seed = options.walk().seed();
        CrashOptions kills = new CrashOptions(
                CrashSettings.atLeast("last", last, 1),
                chosen,
                excluded,
                seed,
                CrashSettings.atLeast("killsPerMigration", killsPerMigration, 2),
                CrashSettings.inside(killsInside),
                twoRunners);
        return options.crashing(new CrashPlan(
                kills,
                new FaultOptions(1, chosen, excluded, FaultNames.of(faults), seed, FaultOptions.USUAL_LIMIT_MILLIS)));
    }
}
