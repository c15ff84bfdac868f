package dev.stairway.mojo;

import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.Shard;
import dev.stairway.matrix.VersionList;
import dev.stairway.metrics.GateRule;
import dev.stairway.problem.ProblemException;
import dev.stairway.run.TimeLimits;
import dev.stairway.run.WalkOptions;
import dev.stairway.suite.EarlierRun;
import dev.stairway.suite.Ending;
import dev.stairway.suite.GitHubActions;
import dev.stairway.suite.ShardOptions;
import dev.stairway.suite.SuiteOptions;
import java.io.File;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals that read a changelog share: fields to one options record. */
abstract class AbstractWalkMojo extends AbstractOutputsMojo {

    /**
     * Changelogs to prove. Default: {@code changelogFile}, or the first file found at the conventional places below the
     * resource directories, for example {@code db/changelog/db.changelog-master.xml}.
     */
    @Parameter
    private List<ChangelogParameter> changelogs;

    /** Short form for one Liquibase changelog. Example: {@code db/changelog.xml}. */
    @Parameter(property = "migration.changelogFile")
    private String changelogFile;

    /**
     * Databases to walk on: {@code sqlite}, {@code postgresql}, {@code postgresql:17}, {@code postgresql:17:container}. The
     * last part says how the server comes to be, instead of {@code provider}. Default: those whose JDBC drivers the project
     * depends on, else {@code postgresql}. Example: {@code -Dmigration.databases=sqlite,postgresql:16}.
     */
    @Parameter(property = "migration.databases")
    private List<String> databases;

    /** Migrations to leave out, each with a reason; they are recorded as ran and shown as not covered. */
    @Parameter
    private List<ExcludeParameter> excludes;

    /** Data losses that rollbacks are allowed, held to exactly. */
    @Parameter
    private List<ExpectedLossParameter> expectedLosses;

    /** Findings that shall not fail the build, each with a reason. */
    @Parameter
    private List<WaiverParameter> waivers;

    /** Least severity that fails the build: {@code ERROR}, {@code WARNING}, {@code INFO} or {@code NONE}. */
    @Parameter(property = "migration.failOnSeverity", defaultValue = "ERROR")
    private String failOnSeverity;

    /** Reports everything but never fails the build because of findings. */
    @Parameter(property = "migration.failureIgnore", defaultValue = "false")
    private boolean failureIgnore;

    /**
     * Redis: clients of the old and of the new release that work on keys while a migration that declares what becomes of them
     * is played once more, in scenario {@code sample}. {@code false} leaves that out.
     */
    @Parameter(property = "migration.liveSessions", defaultValue = "true")
    private boolean liveSessions;

    /** How many of those clients there are of each release, 1 to 16. */
    @Parameter(property = "migration.liveClients", defaultValue = "2")
    private int liveClients;

    /**
     * Redis: compares users with their rights (ACL) and the settings of the server as well, so that a rollback must restore
     * those. Needs the right to run ACL and CONFIG.
     */
    @Parameter(property = "migration.serverState", defaultValue = "false")
    private boolean serverState;

    /** Limit for the rollbacks of the goals {@code rollback} and {@code verify} in milliseconds; 0 for none. */
    @Parameter(property = "migration.maxRollbackMillis", defaultValue = "300000")
    private long maxRollbackMillis;

    /**
     * Longest time that applying one migration may take in the scenarios {@code empty} and {@code sample}, in milliseconds:
     * one number for every database, or one per product. Default: no limit. Example: {@code
     * sqlite=1000,postgresql=5000,redis=2000}.
     */
    @Parameter(property = "migration.maxMigrationMillis")
    private List<String> maxMigrationMillis;

    /** The same for scenario {@code large}. Default: no limit. Example: {@code sqlite=10000,postgresql=30000}. */
    @Parameter(property = "migration.maxLargeMigrationMillis")
    private List<String> maxLargeMigrationMillis;

    /** Cells walked at the same time; default: the number of processors, at most one per cell. */
    @Parameter(property = "migration.threads", defaultValue = "0")
    private int threads;

    /**
     * {@code auto} shows the result where the build runs: on GitHub Actions as the summary of the job and as notes at the
     * lines of the pull request. {@code none} writes files only.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.ci", defaultValue = "auto")
    private String ci;

    /**
     * Takes only a part of the matrix, which several machines share: {@code 2/8} is the second of eight. Every cell is in
     * exactly one part, and goal {@code report-aggregate} puts them together again: see <a href="../shards.html">Shards</a>.
     * Goals that only read changelogs run whole. Default: the whole matrix. Example: {@code -Dmigration.shard=2/8}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.shard")
    private String shard;

    /**
     * Metrics document of an earlier run, by whose durations the matrix is divided into shards that take equally long; must be
     * the same for all of them. Default: none, and migrations and rows are counted. Example: {@code
     * .migration/timings.json}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.shardTimings")
    private File shardTimings;

    @Parameter(defaultValue = "${maven.version}", readonly = true)
    private String mavenVersion;

    @Parameter(defaultValue = "${plugin.version}", readonly = true)
    private String pluginVersion;

    abstract String goal();

    abstract Path output();

    @Override
    final Optional<Path> report() {
        return Optional.of(output().resolve("report").resolve("index.html")).filter(Files::exists);
    }

    /** Findings that fail the build and are let through all the same. */
    int maxAllowed() {
        return 0;
    }

    /** Only the last n migrations are walked down; 0 for all. */
    int checkLast() {
        return 0;
    }

    /** True to walk head to base in one go at the end. */
    boolean descent() {
        return false;
    }

    @Override
    final void run() throws MojoExecutionException, MojoFailureException, InterruptedException {
        try {
            learnSecrets();
            ProjectPaths paths = new ProjectPaths(project());
            AfterRun after = afterRun(goal(), output(), ToolVersions.of(pluginVersion, mavenVersion));
            // Not before: what an earlier run has left is an anchor of the trail, which may have been refused.
            EarlierRun.forget(output());
            Ending ending = played(paths, after);
            told(ending, after);
            shown(paths);
            finish(ending);
        } catch (DependencyResolutionRequiredException | IOException e) {
            throw new MojoExecutionException("The project's test class path is not available: " + e.getMessage(), e);
        }
    }

    private Ending played(ProjectPaths paths, AfterRun after)
            throws InterruptedException, DependencyResolutionRequiredException, IOException {
        try {
            return play(paths);
        } catch (RuntimeException
                | Error
                | InterruptedException
                | DependencyResolutionRequiredException
                | IOException end) {
            after.stopped(reason(end), end);
            throw end;
        }
    }

    /** How the build ends has been recorded by now, so that nothing here may change it. */
    private void shown(ProjectPaths paths) {
        if ("none".equals(ci)) {
            return;
        }
        try {
            gitHubActions().show(output(), paths.roots());
        } catch (ProblemException notShown) {
            getLog().warn(notShown.getMessage());
        }
    }

    /** Where the result is shown besides. */
    GitHubActions gitHubActions() {
        return GitHubActions.here();
    }

    /** A run that cannot be recorded fails because of that, and says what it found all the same. */
    private void told(Ending ending, AfterRun after) {
        try {
            after.ended(outcome(ending, failureIgnore));
        } catch (ProblemException unrecorded) {
            if (ending.gateFailed()) {
                getLog().error(ending.failure());
            }
            throw unrecorded;
        }
    }

    /** What the goal does. */
    Ending play(ProjectPaths paths) throws InterruptedException, DependencyResolutionRequiredException, IOException {
        if (forks()) {
            return walking().forked(asked(options(paths, null)), paths.testClassPath(), argLine());
        }
        try (URLClassLoader loader = paths.testClasses(getClass().getClassLoader())) {
            return walking().here(asked(options(paths, loader)), loader);
        }
    }

    /** What this goal wants otherwise than the others. */
    SuiteOptions asked(SuiteOptions options) {
        return options;
    }

    private void finish(Ending ending) throws MojoFailureException {
        ending.table().forEach(getLog()::info);
        if (ending.gateFailed() && !failureIgnore) {
            throw new MojoFailureException(ending.failure());
        }
        ending.warnings().forEach(getLog()::warn);
        getLog().info(ending.summary());
    }

    /** @param loader null when the changelogs are loaded in another JVM */
    final SuiteOptions options(ProjectPaths paths, ClassLoader loader) {
        List<DatabaseRequest> asked = CheckedSettings.words(databases).stream()
                .map(DatabaseRequest::parse)
                .distinct()
                .toList();
        list(changelogs, List.<ChangelogParameter>of())
                .forEach(c ->
                        c.reveal(credentials().references(project().getBasedir().toPath()), secrets()));
        VersionList versions = postgresqlVersions();
        List<NamedChangelog> named = new ConfiguredChangelogs(list(changelogs, List.of()), changelogFile, asked)
                .named(project().getBasedir().toPath(), paths.roots(), loader);
        KnownSecrets known = new KnownSecrets(secrets(), getLog());
        named.forEach(changelog -> known.changelog(changelog.source()));
        return new SuiteOptions(
                        goal(),
                        named,
                        provided(versions.in(asked.isEmpty() ? paths.databasesFor(named) : asked)),
                        scenarios(),
                        walk(),
                        threads > 0 ? threads : Runtime.getRuntime().availableProcessors(),
                        output(),
                        list(waivers, List.<WaiverParameter>of()).stream()
                                .map(WaiverParameter::waiver)
                                .toList(),
                        new GateRule(CheckedSettings.failOnSeverity(failOnSeverity), maxAllowed()),
                        project().getGroupId() + ":" + project().getArtifactId() + ":"
                                + project().getVersion(),
                        project().getName(),
                        anchored(ToolVersions.of(pluginVersion, mavenVersion)))
                .sharded(shard());
    }

    /** Null for the whole matrix. */
    private ShardOptions shard() {
        return shard == null || shard.isBlank()
                ? null
                : ShardOptions.of(
                        Shard.parse(shard), shardTimings == null ? null : shardTimings.toPath(), System.getenv());
    }

    private WalkOptions walk() {
        return new WalkOptions(
                seed(),
                list(excludes, List.<ExcludeParameter>of()).stream()
                        .map(ExcludeParameter::exclusion)
                        .toList(),
                list(expectedLosses, List.<ExpectedLossParameter>of()).stream()
                        .map(ExpectedLossParameter::expectedLoss)
                        .toList(),
                checkLast(),
                descent(),
                maxRollbackMillis,
                new WalkOptions.Rows(fixtures(), profileFile()),
                new WalkOptions.Checks(
                        liveSessions ? CheckedSettings.liveClients(liveClients) : 0,
                        serverState,
                        new TimeLimits(
                                LimitSettings.millis("maxMigrationMillis", maxMigrationMillis),
                                LimitSettings.millis("maxLargeMigrationMillis", maxLargeMigrationMillis)),
                        rules(),
                        paranoid()));
    }

    /** As reports name it. */
    final String relative(Path file) {
        Path base = project().getBasedir().toPath();
        return file.startsWith(base)
                ? base.relativize(file).toString().replace(File.separatorChar, '/')
                : file.toString();
    }
}
