package dev.stairway.mojo;

import java.io.File;
import java.nio.file.Path;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Walks every migration up, down and up again with data in the tables, on every database of the matrix, and checks schema
 * and data after each move.
 */
@Mojo(
        name = "test",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public class TestMojo extends AbstractWalkMojo {

    /** Skips this goal. */
    @Parameter(property = "migration.test.skip", defaultValue = "false")
    private boolean skipTest;

    /** Where metrics, report and test results go. */
    @Parameter(property = "migration.outputDirectory", defaultValue = "${project.build.directory}/migration")
    private File outputDirectory;

    @Override
    boolean skipGoal() {
        return skipTest;
    }

    @Override
    String goal() {
        return "test";
    }

    @Override
    Path output() {
        return outputDirectory.toPath();
    }
}
