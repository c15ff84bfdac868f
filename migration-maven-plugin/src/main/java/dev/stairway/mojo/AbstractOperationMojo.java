package dev.stairway.mojo;

import dev.stairway.database.external.NamedTarget;
import dev.stairway.engine.Engine;
import dev.stairway.problem.ProblemException;
import dev.stairway.suite.Engines;
import dev.stairway.suite.RedisOptions;
import java.io.File;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** What the goals share that work on real databases: which ones, by whose leave, with which changelogs. */
abstract class AbstractOperationMojo extends AbstractMigrationMojo {

    /**
     * The database, without user and password: {@code jdbc:postgresql://host:port/database}, {@code jdbc:sqlite:} and an absolute
     * path, or {@code redis://host:port/number} ({@code rediss} for TLS). Several are named by {@code targets}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.url")
    private String url;

    /**
     * The user of {@code url}; instead of the one of {@code serverId}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.user")
    private String user;

    /**
     * The {@code <server>} of {@code settings.xml} with user and password for {@code url}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.serverId")
    private String serverId;

    /**
     * A file with the password for {@code url} and nothing else, readable by its owner alone.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.passwordFile")
    private File passwordFile;

    /**
     * Name of the environment variable that holds the password for {@code url}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.passwordEnv", defaultValue = "MIGRATION_PASSWORD")
    private String passwordEnv;

    /**
     * Several databases in one go, one after the other; {@code url} takes their place. Example: {@code
     * <target><url>jdbc:postgresql://db:5432/shop</url><serverId>shop</serverId></target>}.
     *
     * @since 0.1.0
     */
    @Parameter
    private List<TargetParameter> targets;

    /**
     * Changelogs. Default: {@code changelogFile}, or the first file found at the conventional places. Of several, a database gets
     * the one whose engine can run on it.
     *
     * @since 0.1.0
     */
    @Parameter
    private List<ChangelogParameter> changelogs;

    /**
     * Short form for one Liquibase changelog. Example: {@code db/changelog.xml}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.changelogFile")
    private String changelogFile;

    /**
     * How long a connection may take to come, in seconds.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.connectTimeout", defaultValue = "10")
    private int connectTimeout;

    /**
     * Where reports go: {@code operations/<time>-<goal>.json} below it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.outputDirectory", defaultValue = "${project.build.directory}/migration")
    private File outputDirectory;

    /**
     * What this place is called. In {@code production} ({@code prod}, {@code live}) nothing is taken back or restored by itself.
     * Example: {@code staging}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.environment")
    private String environment;

    /**
     * <a href="../audit-and-alerts.html">Audit trail</a> that every operation adds a record to, also one that only looks. Default:
     * none.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.auditFile")
    private File auditFile;

    /**
     * Number of the change, for the audit trail; never made up.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.ticket")
    private String ticket;

    /**
     * Who approved it, for the audit trail; never made up.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.approver")
    private String approver;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${settings}", readonly = true, required = true)
    private Settings settings;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution mojoExecution;

    @Parameter(defaultValue = "${maven.version}", readonly = true)
    private String mavenVersion;

    @Parameter(defaultValue = "${plugin.version}", readonly = true)
    private String pluginVersion;

    @Inject
    private SettingsDecrypter settingsDecrypter;

    @Override
    final void run() throws MojoExecutionException, MojoFailureException, InterruptedException {
        KnownSecrets known = new KnownSecrets(secrets(), getLog());
        known.commandLine(session.getUserProperties());
        known.environment(System.getenv());
        PomText.requirePlain(project);
        List<NamedTarget> named = targets();
        ProjectPaths paths = new ProjectPaths(project);
        Map<String, Engine> engines = Engines.all(RedisOptions.DEFAULT, PluginDependencies.of(mojoExecution));
        try (URLClassLoader loader = paths.testClasses(getClass().getClassLoader())) {
            operate(named, new OperatedChangelogs(changelogs(), changelogFile, paths.roots(), base(), engines, loader));
        } catch (DependencyResolutionRequiredException | IOException e) {
            throw new MojoExecutionException("The project's test class path is not available: " + e.getMessage(), e);
        } finally {
            Engines.close(engines);
        }
    }

    /** @param named at least one */
    abstract void operate(List<NamedTarget> named, OperatedChangelogs known)
            throws MojoExecutionException, MojoFailureException, InterruptedException;

    private List<NamedTarget> targets() {
        List<TargetParameter> all = new ArrayList<>();
        if (url != null && !url.isBlank()) {
            all.add(new TargetParameter(url, user, serverId, passwordFile, passwordEnv));
        } else if (targets != null) {
            all.addAll(targets);
        }
        if (all.isEmpty()) {
            throw ProblemException.setup(
                    "No database is named",
                    "<url> (-Dmigration.url), <targets>",
                    "",
                    "Name one: -Dmigration.url=jdbc:postgresql://host:port/database -Dmigration.serverId=id-in-settings.xml",
                    null);
        }
        CredentialLookup lookup = credentials();
        List<NamedTarget> named =
                all.stream().map(target -> target.target(lookup)).toList();
        named.forEach(NamedTarget::place);
        return named;
    }

    private List<ChangelogParameter> changelogs() {
        List<ChangelogParameter> all = changelogs == null ? List.of() : changelogs;
        all.forEach(changelog -> changelog.reveal(credentials().references(base()), secrets()));
        return all;
    }

    final CredentialLookup credentials() {
        return new CredentialLookup(settings, settingsDecrypter, System.getenv(), secrets());
    }

    final MavenProject project() {
        return project;
    }

    /** Null where nobody gave it a name. */
    final String environment() {
        return environment;
    }

    final AuditSettings audit() {
        return AuditSettings.of(auditFile, environment, ticket, approver);
    }

    final Map<String, String> versions() {
        return ToolVersions.of(pluginVersion, mavenVersion);
    }

    final ReadingEnd readingEnd(String goal) {
        String coordinates = project.getGroupId() + ":" + project.getArtifactId() + ":" + project.getVersion();
        return new ReadingEnd(goal, coordinates, audit(), versions(), getLog(), secrets());
    }

    /** True for {@code mvn -o}. */
    final boolean offline() {
        return session.isOffline();
    }

    final Path base() {
        return project.getBasedir().toPath();
    }

    final Path output() {
        return outputDirectory.toPath();
    }

    final Duration connect() {
        if (connectTimeout < 1) {
            throw CheckedSettings.refused(
                    "connectTimeout", Integer.toString(connectTimeout), "Use 1 or more, in seconds");
        }
        return Duration.ofSeconds(connectTimeout);
    }
}
