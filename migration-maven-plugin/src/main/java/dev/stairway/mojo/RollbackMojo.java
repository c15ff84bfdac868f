package dev.stairway.mojo;

import java.io.File;
import java.nio.file.Path;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Proves the way back: the last n migrations down with data in the tables, then head to base in one go, without losing
 * data and within a time limit.
 */
@Mojo(
        name = "rollback",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public class RollbackMojo extends AbstractWalkMojo {

    /** Skips this goal. */
    @Parameter(property = "migration.rollback.skip", defaultValue = "false")
    private boolean skipRollback;

    /** Where metrics, report and test results go. */
    @Parameter(property = "migration.outputDirectory", defaultValue = "${project.build.directory}/migration/rollback")
    private File outputDirectory;

    /** How many of the newest migrations are walked down and up again; 0 for all. */
    @Parameter(property = "migration.rollback.last", defaultValue = "5")
    private int last;

    @Override
    boolean skipGoal() {
        return skipRollback;
    }

    @Override
    String goal() {
        return "rollback";
    }

    @Override
    Path output() {
        return outputDirectory.toPath();
    }

    @Override
    int checkLast() {
        return last;
    }

    @Override
    boolean descent() {
        return true;
    }
}
