package dev.stairway.mojo;

import dev.stairway.database.provider.UsualVersions;
import dev.stairway.engine.Engine;
import dev.stairway.suite.Ending;
import dev.stairway.suite.Engines;
import dev.stairway.suite.Listeners;
import dev.stairway.suite.RedisOptions;
import dev.stairway.suite.SuiteListener;
import dev.stairway.suite.SuiteOptions;
import dev.stairway.suite.Validation;
import java.io.File;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Reads the changelogs without any database: they parse, their files exist, ids are unique, placeholders have values, no
 * changeSet is filtered out of every run, and which migrations have no way back. With {@code baseRef} also: no released
 * migration was edited, and new ones come behind them.
 */
@Mojo(
        name = "validate",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public class ValidateMojo extends AbstractReadingMojo {

    /** Skips this goal. */
    @Parameter(property = "migration.validate.skip", defaultValue = "false")
    private boolean skipValidate;

    /** Where metrics, report and test results go. */
    @Parameter(property = "migration.outputDirectory", defaultValue = "${project.build.directory}/migration/validate")
    private File outputDirectory;

    @Override
    boolean skipGoal() {
        return skipValidate;
    }

    @Override
    String goal() {
        return "validate";
    }

    @Override
    Path output() {
        return outputDirectory.toPath();
    }

    @Override
    Ending play(ProjectPaths paths) throws DependencyResolutionRequiredException, IOException {
        Map<String, Engine> engines = Engines.all(RedisOptions.DEFAULT, declared());
        try (URLClassLoader loader = paths.testClasses(getClass().getClassLoader())) {
            SuiteOptions options = options(paths, loader);
            SuiteListener listener = Listeners.of(options, secrets().mask(), getLog()::info);
            return Ending.of(new Validation(options, engines, listener, Clock.systemUTC())
                    .taking(new UsualVersions(loader))
                    .since(since())
                    .hiding(secrets().mask())
                    .run());
        } finally {
            Engines.close(engines);
        }
    }
}
