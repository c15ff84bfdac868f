package dev.stairway.mojo;

import dev.stairway.database.provider.UsualVersions;
import dev.stairway.engine.Engine;
import dev.stairway.safety.RuleSetting;
import dev.stairway.safety.SafetyOptions;
import dev.stairway.suite.Ending;
import dev.stairway.suite.Engines;
import dev.stairway.suite.Listeners;
import dev.stairway.suite.RedisOptions;
import dev.stairway.suite.SafetySuite;
import dev.stairway.suite.SuiteOptions;
import java.io.File;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Reads the migrations for danger without any database: locks, lost data, broken releases, ways back that are none. What
 * other goals of the same build have seen confirms or refutes each prediction.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "safety",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public class SafetyMojo extends AbstractReadingMojo {

    static final String EVERY_MIGRATION =
            "Every migration is judged for danger, those that are in production as well. Where git knows"
                    + " what is released, only the rest is: -Dmigration.baseRef=origin/main";

    /** Skips this goal. */
    @Parameter(property = "migration.safety.skip", defaultValue = "false")
    private boolean skipSafety;

    /** Where metrics, report and test results go; not where the other goals write theirs. */
    @Parameter(
            property = "migration.safety.outputDirectory",
            defaultValue = "${project.build.directory}/migration/safety")
    private File safetyOutputDirectory;

    /**
     * Below it are the directories of the other goals, whose results confirm or refute what is read. Run {@code test} and
     * {@code perf} before.
     */
    @Parameter(property = "migration.safety.runs", defaultValue = "${project.build.directory}/migration")
    private File runs;

    /** What the project wants of single rules otherwise than is usual. Default: none. */
    @Parameter
    private List<RuleParameter> rules;

    /** That many findings of {@code failOnSeverity} or worse are let through, for a project that has many to begin with. */
    @Parameter(property = "migration.maxAllowed", defaultValue = "0")
    private int maxAllowed;

    @Override
    boolean skipGoal() {
        return skipSafety;
    }

    @Override
    String goal() {
        return "safety";
    }

    @Override
    Path output() {
        return safetyOutputDirectory.toPath();
    }

    @Override
    int maxAllowed() {
        return CheckedSettings.maxAllowed(maxAllowed);
    }

    @Override
    Ending play(ProjectPaths paths) throws DependencyResolutionRequiredException, IOException {
        List<RuleSetting> settings = list(rules, List.<RuleParameter>of()).stream()
                .map(RuleParameter::setting)
                .toList();
        Map<String, Engine> engines = Engines.all(RedisOptions.DEFAULT, declared());
        try (URLClassLoader loader = paths.testClasses(getClass().getClassLoader())) {
            SuiteOptions options = options(paths, loader);
            SafetyOptions safety = new SafetyOptions(settings, ProductionRows.of(options), runs.toPath());
            Ending ending = Ending.of(new SafetySuite(
                            options,
                            safety,
                            engines,
                            Listeners.of(options, secrets().mask(), getLog()::info),
                            Clock.systemUTC(),
                            secrets().mask())
                    .taking(new UsualVersions(loader))
                    .since(since())
                    .run());
            if (ending.gateFailed() && !since().knowsReleased()) {
                getLog().info(EVERY_MIGRATION);
            }
            return ending;
        } finally {
            Engines.close(engines);
        }
    }
}
