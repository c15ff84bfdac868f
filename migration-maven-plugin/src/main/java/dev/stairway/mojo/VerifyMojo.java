package dev.stairway.mojo;

import java.io.File;
import java.nio.file.Path;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Everything about right and wrong in one pass over shared servers: the stairway of goal {@code test} and head to base of goal
 * {@code rollback}. What migrations cost is measured by goal {@code perf}.
 */
@Mojo(
        name = "verify",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public class VerifyMojo extends AbstractWalkMojo {

    /** Skips this goal. */
    @Parameter(property = "migration.verify.skip", defaultValue = "false")
    private boolean skipVerify;

    /** Where metrics, report and test results go. */
    @Parameter(property = "migration.outputDirectory", defaultValue = "${project.build.directory}/migration")
    private File outputDirectory;

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
    boolean descent() {
        return true;
    }
}
