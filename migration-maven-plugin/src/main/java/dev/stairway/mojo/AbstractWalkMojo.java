package dev.stairway.mojo;

import dev.stairway.baseline.Tolerance;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.Scenario;
import dev.stairway.metrics.GateRule;
import dev.stairway.run.WalkOptions;
import dev.stairway.suite.EarlierRun;
import dev.stairway.suite.Ending;
import dev.stairway.suite.SuiteOptions;
import java.io.File;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;

/** What the goals that read a changelog share: fields to one options record. */
abstract class AbstractWalkMojo extends AbstractMigrationMojo {

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
     * Databases to walk on: {@code sqlite}, {@code postgresql}, {@code postgresql:17}. Default: those whose JDBC drivers
     * the project depends on, else {@code postgresql}. Example: {@code -Dmigration.databases=sqlite,postgresql:16}.
     */
    @Parameter(property = "migration.databases")
    private List<String> databases;

    /** Data in the tables: {@code empty}, {@code sample}. Default both. */
    @Parameter(property = "migration.scenarios", defaultValue = "empty,sample")
    private List<String> scenarios;

    /** Rows that every table holds in scenario {@code sample}, 1 to 10000. */
    @Parameter(property = "migration.sampleRows", defaultValue = "20")
    private int sampleRows;

    /** Seed of the generated rows; the same seed gives the same rows. */
    @Parameter(property = "migration.seed", defaultValue = "1")
    private long seed;

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

    /** Performance baseline: times of an earlier run, kept in version control. Missing file: nothing is compared. */
    @Parameter(property = "migration.baselineFile", defaultValue = "${project.basedir}/.migration/perf-baseline.json")
    private File baselineFile;

    /** Records this run's times as the new performance baseline. */
    @Parameter(property = "migration.updateBaseline", defaultValue = "false")
    private boolean updateBaseline;

    /** Fails the build when a migration is slower than its baseline by more than the two limits below. */
    @Parameter(property = "migration.failOnRegression", defaultValue = "false")
    private boolean failOnRegression;

    /** Ratio to the baseline above which a time is a regression. */
    @Parameter(property = "migration.regressionRatio", defaultValue = "1.5")
    private double regressionRatio;

    /** Least difference to the baseline, in milliseconds, that counts as a regression. */
    @Parameter(property = "migration.regressionMinimumMillis", defaultValue = "100")
    private double regressionMinimumMillis;

    /** Cells walked at the same time; default: the number of processors, at most one per cell. */
    @Parameter(property = "migration.threads", defaultValue = "0")
    private int threads;

    /** Where unpacked server binaries are kept between builds; default: the user's cache directory. */
    @Parameter(property = "migration.cacheDirectory")
    private File cacheDirectory;

    /**
     * Where running databases keep their files; removed at the end. Default: below {@code cacheDirectory} when that is set,
     * else memory ({@code /dev/shm}) where at least 4 GiB are free there, else the user's cache directory.
     */
    @Parameter(property = "migration.workDirectory")
    private File workDirectory;

    /**
     * Plays the walk in a JVM of its own, tuned for short runs, instead of Maven's: faster on small machines, and user code
     * in migrations cannot harm the build. {@code false} is for debuggers.
     */
    @Parameter(property = "migration.fork", defaultValue = "true")
    private boolean fork;

    /** Options of that JVM, separated by spaces. Example: {@code -Xmx2g}. */
    @Parameter(property = "migration.argLine")
    private String argLine;

    /**
     * A {@code redis-server} or {@code valkey-server} of this machine, taken where its product and version are those asked for,
     * or no version is. Default: the servers that come along, then the PATH. Example: {@code /opt/redis/bin/redis-server}.
     */
    @Parameter(property = "migration.redisProgram")
    private File redisProgram;

    /**
     * A running Redis of yours, walked where {@code redis} is asked for without a version: {@code redis://host:port/number}, or
     * {@code rediss://} for TLS, with {@code user@} in front of the host if need be, and never with a password. Everything
     * in that logical database is removed, so that {@code redisDisposable} must name it as well. Example: {@code
     * redis://localhost:6379/3}.
     */
    @Parameter(property = "migration.redisUrl")
    private String redisUrl;

    /**
     * Says that everything in the logical database of {@code redisUrl} may be removed, by repeating its host, port and number.
     * Only in the POM. Example: {@code localhost:6379/3}.
     */
    @Parameter
    private String redisDisposable;

    /** Name of the environment variable that holds the password for {@code redisUrl}; unset for a server without one. */
    @Parameter(property = "migration.redisPasswordEnv", defaultValue = "MIGRATION_REDIS_PASSWORD")
    private String redisPasswordEnv;

    /**
     * The {@code <server>} of {@code settings.xml} with the password for {@code redisUrl}, and with the user where the URL has
     * none; instead of the environment variable.
     */
    @Parameter(property = "migration.redisServerId")
    private String redisServerId;

    /**
     * How long one call of a batched Redis script may keep the server from other clients, in milliseconds; batches adapt to it.
     * A script may say otherwise: {@code block 20ms}.
     */
    @Parameter(property = "migration.redisMaxBlockMillis", defaultValue = "5")
    private long redisMaxBlockMillis;

    /**
     * When a Redis script or command that does not end is stopped, in milliseconds. A script may say otherwise: {@code
     * timeout 30s}.
     */
    @Parameter(property = "migration.redisTimeoutMillis", defaultValue = "10000")
    private long redisTimeoutMillis;

    /** How long to wait for another run that works on the same Redis, in milliseconds. */
    @Parameter(property = "migration.redisLockWaitMillis", defaultValue = "60000")
    private long redisLockWaitMillis;

    /** How long the lock in Redis outlives a run that was killed, in milliseconds; at least 1000. */
    @Parameter(property = "migration.redisLockLeaseMillis", defaultValue = "30000")
    private long redisLockLeaseMillis;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${settings}", readonly = true, required = true)
    private Settings settings;

    @Parameter(defaultValue = "${repositorySystemSession}", readonly = true, required = true)
    private RepositorySystemSession repositorySession;

    @Parameter(defaultValue = "${maven.version}", readonly = true)
    private String mavenVersion;

    @Parameter(defaultValue = "${plugin.version}", readonly = true)
    private String pluginVersion;

    @Inject
    private RepositorySystem repositorySystem;

    @Inject
    private SettingsDecrypter settingsDecrypter;

    abstract String goal();

    abstract Path output();

    @Override
    final Optional<Path> report() {
        return Optional.of(output().resolve("report").resolve("index.html")).filter(Files::exists);
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
            EarlierRun.forget(output());
            finish(play(new ProjectPaths(project)));
        } catch (DependencyResolutionRequiredException | IOException e) {
            throw new MojoExecutionException("The project's test class path is not available: " + e.getMessage(), e);
        }
    }

    /** What the goal does. */
    Ending play(ProjectPaths paths) throws InterruptedException, DependencyResolutionRequiredException, IOException {
        Walking walking = new Walking(
                new MavenBinaryResolver(repositorySystem, repositorySession, project.getRemoteProjectRepositories()),
                Providers.cache(path(cacheDirectory)),
                Providers.work(path(cacheDirectory), path(workDirectory)),
                RedisBounds.of(
                                redisProgram,
                                redisMaxBlockMillis,
                                redisTimeoutMillis,
                                redisLockWaitMillis,
                                redisLockLeaseMillis)
                        .with(RedisServerSettings.target(
                                redisUrl,
                                redisDisposable,
                                redisPasswordEnv,
                                System.getenv(),
                                SettingsServer.decrypted(redisServerId, settings, settingsDecrypter))),
                getLog());
        if (fork && Walking.canFork()) {
            return walking.forked(options(paths, null), paths.testClassPath(), argLine);
        }
        try (URLClassLoader loader = paths.testClasses(getClass().getClassLoader())) {
            return walking.here(options(paths, loader));
        }
    }

    private static Path path(File file) {
        return file == null ? null : file.toPath();
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
        List<Scenario> data = list(CheckedSettings.words(scenarios), List.of("empty", "sample")).stream()
                .map(name -> Scenario.of(name, CheckedSettings.sampleRows(sampleRows)))
                .toList();
        List<DatabaseRequest> asked = CheckedSettings.words(databases).stream()
                .map(DatabaseRequest::parse)
                .distinct()
                .toList();
        List<NamedChangelog> named = new ConfiguredChangelogs(list(changelogs, List.of()), changelogFile, asked)
                .named(project.getBasedir().toPath(), paths.roots(), loader);
        return new SuiteOptions(
                goal(),
                named,
                asked.isEmpty() ? paths.databasesFor(named) : asked,
                data,
                walk(),
                threads > 0 ? threads : Runtime.getRuntime().availableProcessors(),
                output(),
                new SuiteOptions.Baseline(
                        baselineFile.toPath(),
                        relative(baselineFile.toPath()),
                        updateBaseline,
                        new Tolerance(CheckedSettings.regressionRatio(regressionRatio), regressionMinimumMillis)),
                list(waivers, List.<WaiverParameter>of()).stream()
                        .map(WaiverParameter::waiver)
                        .toList(),
                new GateRule(CheckedSettings.failOnSeverity(failOnSeverity), failOnRegression),
                project.getGroupId() + ":" + project.getArtifactId() + ":" + project.getVersion(),
                project.getName(),
                ToolVersions.of(pluginVersion, mavenVersion));
    }

    private WalkOptions walk() {
        return new WalkOptions(
                seed,
                list(excludes, List.<ExcludeParameter>of()).stream()
                        .map(ExcludeParameter::exclusion)
                        .toList(),
                list(expectedLosses, List.<ExpectedLossParameter>of()).stream()
                        .map(ExpectedLossParameter::expectedLoss)
                        .toList(),
                checkLast(),
                descent(),
                maxRollbackMillis,
                liveSessions ? CheckedSettings.liveClients(liveClients) : 0,
                serverState);
    }

    private String relative(Path file) {
        Path base = project.getBasedir().toPath();
        return file.startsWith(base)
                ? base.relativize(file).toString().replace(File.separatorChar, '/')
                : file.toString();
    }

    private static <T> List<T> list(List<T> configured, List<T> fallback) {
        return configured == null || configured.isEmpty() ? fallback : configured;
    }
}
