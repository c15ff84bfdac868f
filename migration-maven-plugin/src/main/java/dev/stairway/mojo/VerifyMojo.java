package dev.stairway.mojo;

import dev.stairway.compare.cross.CrossOptions;
import dev.stairway.matrix.Scenario;
import dev.stairway.suite.Since;
import dev.stairway.suite.SuiteOptions;
import dev.stairway.suite.VerifyOptions;
import dev.stairway.suite.VerifyParts;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Everything in one pass over shared servers, with one document, one report and one gate: what the goals {@code test}, {@code
 * rollback}, {@code data-test}, {@code cross-db}, {@code validate}, {@code safety}, {@code backup-test} and {@code perf} do, as
 * far as {@code parts} says.
 */
@Mojo(
        name = "verify",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public class VerifyMojo extends AbstractPerfMojo {

    /** Skips this goal. */
    @Parameter(property = "migration.verify.skip", defaultValue = "false")
    private boolean skipVerify;

    /** Where metrics, report and test results go. */
    @Parameter(property = "migration.outputDirectory", defaultValue = "${project.build.directory}/migration")
    private File outputDirectory;

    /**
     * What it does: some of {@code test}, {@code rollback}, {@code data-test}, {@code cross-db}, {@code validate}, {@code safety},
     * {@code backup-test}, {@code perf}, or {@code all}. Default: {@code test}, {@code rollback}, {@code validate}; {@code cross-db} where two
     * databases can be compared; {@code safety} where {@code baseRef} or {@code onlyChangedSince} says which migrations are still
     * to come. Shards share the cells of all parts; what only reads is done by the first. Example:
     * {@code -Dmigration.verify.parts=all}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.verify.parts")
    private List<String> parts;

    /** Part {@code cross-db}: what databases do with the same statements, as in the goal of that name. */
    @Parameter(property = "migration.crossDb.probes", defaultValue = "true")
    private boolean probes;

    /** Part {@code cross-db}: differences that the project lives with, as in the goal of that name. Default: none. */
    @Parameter
    private List<AcceptedDifferenceParameter> acceptedDifferences;

    /** Part {@code safety}: what the project wants of single rules otherwise than is usual. Default: none. */
    @Parameter
    private List<RuleParameter> rules;

    /** That many findings of {@code failOnSeverity} or worse are let through, for a project that has many to begin with. */
    @Parameter(property = "migration.maxAllowed", defaultValue = "0")
    private int maxAllowed;

    /** Parts {@code validate} and {@code safety}: state of the git repository whose migrations are released. Default: none. */
    @Parameter(property = "migration.baseRef")
    private String baseRef;

    /** The same parts: tells only of migrations that are new or edited since this state. Default: none. */
    @Parameter(property = "migration.onlyChangedSince")
    private String onlyChangedSince;

    /** Part {@code backup-test}: before how many migrations backups are tried, counted from the last one: 1 or more. */
    @Parameter(property = "migration.backupTest.last", defaultValue = "5")
    private int backupTestLast;

    /** Part {@code backup-test}: rows that every table holds when a backup is taken, 0 to 100000000. */
    @Parameter(property = "migration.backupTest.rows", defaultValue = "1000")
    private int backupTestRows;

    /**
     * Part {@code backup-test}: longest time that a restore may take, in milliseconds: one number for every database, or one per
     * product. Default: no limit. Example: {@code sqlite=1000,postgresql=60000}.
     */
    @Parameter(property = "migration.maxRestoreMillis")
    private List<String> maxRestoreMillis;

    @Override
    boolean skipGoal() {
        return skipVerify;
    }

    @Override
    String goal() {
        return "verify";
    }

    @Override
    Path output() {
        return outputDirectory.toPath();
    }

    @Override
    int maxAllowed() {
        return CheckedSettings.maxAllowed(maxAllowed);
    }

    private List<String> parts() {
        return VerifyParts.of(list(CheckedSettings.words(parts), VerifyParts.usual(since())));
    }

    private Since since() {
        return new Since(baseRef, onlyChangedSince, project().getBasedir().toPath());
    }

    @Override
    boolean descent() {
        return parts().contains(VerifyParts.ROLLBACK);
    }

    /** Of the configuration, and large data. */
    @Override
    List<Scenario> scenarios() {
        List<String> asked = parts();
        List<Scenario> scenarios = new ArrayList<>();
        if (asked.contains(VerifyParts.TEST) || asked.contains(VerifyParts.ROLLBACK)) {
            scenarios.addAll(super.scenarios());
        }
        if (asked.contains(VerifyParts.DATA_TEST) && scenarios.stream().noneMatch(Scenario::large)) {
            scenarios.add(scenario(Scenario.LARGE));
        }
        return scenarios;
    }

    @Override
    SuiteOptions asked(SuiteOptions options) {
        List<String> asked = parts();
        if (VerifyParts.WALKS.containsAll(asked)) {
            return options;
        }
        if (asked.contains(VerifyParts.SAFETY) && !since().knowsReleased()) {
            getLog().info(SafetyMojo.EVERY_MIGRATION);
        }
        boolean measures = asked.contains(VerifyParts.PERF);
        boolean drills = asked.contains(VerifyParts.BACKUP_TEST);
        return options.verifying(
                new VerifyOptions(
                        asked,
                        scenario("sample"),
                        measures ? sizes() : List.of(),
                        drills ? BackupSettings.scenario(backupTestRows) : null,
                        new Since(
                                baseRef,
                                onlyChangedSince,
                                project().getBasedir().toPath()),
                        list(rules, List.<RuleParameter>of()).stream()
                                .map(RuleParameter::setting)
                                .toList(),
                        ProductionRows.of(options)),
                measures ? measuring(options) : null,
                measures ? baseline() : null,
                new CrossOptions(
                        options.walk().seed(),
                        options.walk().exclusions(),
                        list(acceptedDifferences, List.<AcceptedDifferenceParameter>of()).stream()
                                .map(AcceptedDifferenceParameter::accepted)
                                .toList(),
                        probes),
                drills ? BackupSettings.options(options, backupTestLast, List.of(), maxRestoreMillis, output()) : null);
    }
}
