package dev.stairway.mojo;

import dev.stairway.database.Profile;
import dev.stairway.database.external.ExternalTarget;
import dev.stairway.database.redis.RedisTarget;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.VersionList;
import dev.stairway.suite.ServerOptions;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;

/** Where a walk runs: the JVM, the servers and their folders. */
abstract class AbstractServersMojo extends AbstractMigrationMojo {

    /**
     * How servers come to be where {@code databases} does not say: {@code embedded} starts one that comes along, {@code
     * container} one in a container of Docker or Podman, {@code external} takes one of {@code externalDatabases}. Default:
     * {@code embedded}, and for {@code redis} without a version the server of {@code redisUrl} where that is set. SQLite and
     * H2, which are no servers, always come along. Example: {@code
     * -Dmigration.provider=container}.
     */
    @Parameter(property = "migration.provider")
    private String provider;

    /**
     * Images of the servers in containers, by product or product and version, pinned by tag or digest. Default: {@code
     * postgres}, {@code redis} and {@code valkey/valkey} with the version as their tag. Example: {@code
     * postgresql=registry.example.com/postgis:17-3.5,redis:7=registry.example.com/redis:7.2.6}.
     */
    @Parameter(property = "migration.containerImages")
    private List<String> containerImages;

    /** Where unpacked server binaries are kept between builds; default: the user's cache directory. */
    @Parameter(property = "migration.cacheDirectory")
    private File cacheDirectory;

    /**
     * Where running databases keep their files; removed at the end. Default: below {@code cacheDirectory} when that is set,
     * else memory ({@code /dev/shm}) where at least 4 GiB are free there and what {@code largeRows} rows in every table
     * may take, else the user's cache directory.
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
     * Major versions of PostgreSQL to walk side by side: they take the place of {@code postgresql} in {@code databases}, or come
     * on top of what is there. What a migration does on one of them and not on another is a finding of its own. Default: the
     * newest alone. Example: {@code 14,15,16,17,18}.
     */
    @Parameter(property = "migration.postgresqlVersions")
    private List<String> postgresqlVersions;

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

    /**
     * Databases on servers of yours, walked where {@code databases} asks for {@code postgresql:external} or {@code
     * sqlite:external}. Runs work in databases of their own beside the named ones, and only when
     * <a href="../named-servers.html">six locks</a> open.
     */
    @Parameter
    private List<ExternalDatabaseParameter> externalDatabases;

    /** Name of the environment variable that holds the password for {@code redisUrl}; unset for a server without one. */
    @Parameter(property = "migration.redisPasswordEnv", defaultValue = "MIGRATION_REDIS_PASSWORD")
    private String redisPasswordEnv;

    /**
     * A file with the password for {@code redisUrl} and nothing else, readable by its owner alone; instead of the environment
     * variable. Example: {@code /run/secrets/redis}.
     */
    @Parameter(property = "migration.redisPasswordFile")
    private File redisPasswordFile;

    /**
     * The {@code <server>} of {@code settings.xml} with the password for {@code redisUrl}, and with the user where the URL has
     * none; instead of the file and of the environment variable.
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

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution mojoExecution;

    @Parameter(defaultValue = "${settings}", readonly = true, required = true)
    private Settings settings;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${repositorySystemSession}", readonly = true, required = true)
    private RepositorySystemSession repositorySession;

    @Inject
    private RepositorySystem repositorySystem;

    @Inject
    private SettingsDecrypter settingsDecrypter;

    final MavenProject project() {
        return project;
    }

    /** Versions of PostgreSQL that the user wants side by side; may be none. */
    final VersionList postgresqlVersions() {
        return VersionList.majors("postgresql", "postgresqlVersions", CheckedSettings.everyWord(postgresqlVersions));
    }

    /** True for {@code mvn -o}. */
    final boolean offline() {
        return repositorySession.isOffline();
    }

    /** True when the walk runs in a JVM of its own. */
    final boolean forks() {
        return fork && Walking.canFork();
    }

    /** Options of that JVM; null for none. */
    final String argLine() {
        return argLine;
    }

    /** Dependencies that the user gave to this plugin. */
    final Set<String> declared() {
        return PluginDependencies.of(mojoExecution);
    }

    final Walking walking() {
        return new Walking(
                new MavenBinaryResolver(repositorySystem, repositorySession, project.getRemoteProjectRepositories()),
                servers(),
                declared(),
                getLog(),
                secrets());
    }

    private ServerOptions servers() {
        return new ServerOptions(
                Providers.cache(path(cacheDirectory)),
                onDisk()
                        ? Providers.disk(path(cacheDirectory), path(workDirectory))
                        : Providers.work(path(cacheDirectory), path(workDirectory), rowsPerTable()),
                RedisBounds.of(
                                redisProgram,
                                redisMaxBlockMillis,
                                redisTimeoutMillis,
                                redisLockWaitMillis,
                                redisLockLeaseMillis)
                        .with(redis()),
                ContainerSettings.options(containerImages, repositorySession.isOffline(), rowsPerTable()),
                profile(),
                externalTargets());
    }

    /** True where it matters how long it takes until something has reached a disk. */
    boolean onDisk() {
        return profile().durable();
    }

    /** How servers are tuned that come along. */
    Profile profile() {
        return Profile.FAST;
    }

    /** Null where none is named. */
    private RedisTarget redis() {
        return RedisServerSettings.target(
                redisUrl,
                redisDisposable,
                () -> credentials()
                        .find(new CredentialSettings(
                                "redis", null, redisServerId, redisPasswordFile, redisPasswordEnv)));
    }

    /** Where user names and passwords come from. */
    final CredentialLookup credentials() {
        return new CredentialLookup(settings, settingsDecrypter, System.getenv(), secrets());
    }

    /** Learns what must not be told, and refuses what the list of processes would tell. */
    final void learnSecrets() {
        KnownSecrets known = new KnownSecrets(secrets(), getLog());
        known.commandLine(session.getUserProperties());
        known.environment(System.getenv());
        if (forks()) {
            CommandLineSecrets.refuse(argLine);
        }
    }

    /** Databases that the user named, with what is needed to sign in to them. */
    final List<ExternalTarget> externalTargets() {
        PomText.requirePlain(project);
        CredentialLookup lookup = credentials();
        return externalDatabases == null
                ? List.of()
                : externalDatabases.stream()
                        .map(named -> named.target(lookup.find(named.credentialSettings())))
                        .toList();
    }

    /** The databases with the provider of those whose provider is left open. */
    final List<DatabaseRequest> provided(List<DatabaseRequest> databases) {
        String standard = provider == null ? "" : provider.strip().toLowerCase(Locale.ROOT);
        return databases.stream()
                .map(database -> database.byDefault(standard))
                .distinct()
                .toList();
    }

    /** Rows that every table will have at most. */
    long rowsPerTable() {
        return 0;
    }

    private static Path path(File file) {
        return file == null ? null : file.toPath();
    }
}
