package dev.stairway.mojo;

import dev.stairway.operate.Operation;
import dev.stairway.operate.OperationReport;
import dev.stairway.operate.Upgrade;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Brings real databases up to date: a look at their health, a backup, a question, the migrations one by one, a look at what became
 * of it. Where it fails, the database is brought back to where it was, but never in production.
 */
@Mojo(name = "upgrade", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
public class UpgradeMojo extends AbstractStepsMojo {

    /** Skips this goal. */
    @Parameter(property = "migration.upgrade.skip", defaultValue = "false")
    private boolean skipUpgrade;

    /**
     * Last migration that is applied, by its id or short name as {@code status} lists it. Default: all.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.targetRevision")
    private String targetRevision;

    @Override
    boolean skipGoal() {
        return skipUpgrade;
    }

    @Override
    String goal() {
        return "upgrade";
    }

    @Override
    OperationReport change(Operation operation) {
        return new Upgrade(operation, targetRevision == null ? "" : targetRevision.strip()).run();
    }
}
