package dev.stairway.mojo;

import dev.stairway.operate.Downgrade;
import dev.stairway.operate.Operation;
import dev.stairway.operate.OperationReport;
import dev.stairway.problem.ProblemException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Takes migrations of real databases back, the last one first, after a look at their health, a backup and a question. Where it
 * fails, the backup is put back, but never in production.
 */
@Mojo(name = "downgrade", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
public class DowngradeMojo extends AbstractStepsMojo {

    /** Skips this goal. */
    @Parameter(property = "migration.downgrade.skip", defaultValue = "false")
    private boolean skipDowngrade;

    /**
     * Migration that stays as the last one, by its id or short name as {@code status} lists it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.targetRevision")
    private String targetRevision;

    /**
     * How many migrations are taken back; instead of {@code targetRevision}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.count", defaultValue = "0")
    private int count;

    @Override
    boolean skipGoal() {
        return skipDowngrade;
    }

    @Override
    String goal() {
        return "downgrade";
    }

    @Override
    OperationReport change(Operation operation) {
        String revision = targetRevision == null ? "" : targetRevision.strip();
        if (count < 0 || revision.isEmpty() == (count == 0)) {
            throw ProblemException.setup(
                    "Nobody said how far to go back",
                    "<targetRevision> (-Dmigration.targetRevision), <count> (-Dmigration.count)",
                    "",
                    "Name the migration that stays, or how many are taken back; one of the two",
                    null);
        }
        return new Downgrade(operation, revision, count).run();
    }
}
