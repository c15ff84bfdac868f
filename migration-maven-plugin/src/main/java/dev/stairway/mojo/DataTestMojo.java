package dev.stairway.mojo;

import dev.stairway.matrix.Scenario;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * The stairway of goal {@code test} on data of production's size: scenario {@code large}, whatever {@code scenarios} says,
 * on every database of the matrix.
 */
@Mojo(
        name = "data-test",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public class DataTestMojo extends AbstractWalkMojo {

    /** Skips this goal. */
    @Parameter(property = "migration.data-test.skip", defaultValue = "false")
    private boolean skipDataTest;

    /** Where metrics, report and test results go. */
    @Parameter(property = "migration.outputDirectory", defaultValue = "${project.build.directory}/migration/data-test")
    private File outputDirectory;

    @Override
    boolean skipGoal() {
        return skipDataTest;
    }

    @Override
    String goal() {
        return "data-test";
    }

    @Override
    Path output() {
        return outputDirectory.toPath();
    }

    @Override
    List<Scenario> scenarios() {
        return List.of(scenario(Scenario.LARGE));
    }

    @Override
    boolean walksReleases() {
        return false;
    }
}
