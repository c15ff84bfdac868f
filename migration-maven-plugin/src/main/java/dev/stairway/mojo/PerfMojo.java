package dev.stairway.mojo;

import dev.stairway.database.Profile;
import dev.stairway.matrix.Scenario;
import dev.stairway.suite.SuiteOptions;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Measures what every migration costs with few and with many rows in the tables: time, work, locks, and what clients feel
 * that work meanwhile. Judges all that against limits and against the performance baseline.
 */
@Mojo(
        name = "perf",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public class PerfMojo extends AbstractPerfMojo {

    /** Skips this goal. */
    @Parameter(property = "migration.perf.skip", defaultValue = "false")
    private boolean skipPerf;

    /** Where metrics, report and test results go; not where the other goals write theirs. */
    @Parameter(property = "migration.perf.outputDirectory", defaultValue = "${project.build.directory}/migration/perf")
    private File perfOutputDirectory;

    @Override
    boolean skipGoal() {
        return skipPerf;
    }

    @Override
    String goal() {
        return "perf";
    }

    @Override
    Path output() {
        return perfOutputDirectory.toPath();
    }

    @Override
    List<Scenario> scenarios() {
        return sizes();
    }

    @Override
    Profile profile() {
        return Profile.MEASURED;
    }

    @Override
    SuiteOptions asked(SuiteOptions options) {
        return options.measuring(measuring(options), baseline());
    }
}
