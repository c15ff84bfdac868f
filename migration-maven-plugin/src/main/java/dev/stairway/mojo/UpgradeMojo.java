package dev.stairway.mojo;

import dev.stairway.operate.Operation;
import dev.stairway.operate.OperationOptions;
import dev.stairway.operate.OperationReport;
import dev.stairway.operate.Upgrade;
import java.util.List;
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

    /**
     * Files of SQL, or directories of them, with the <a href="../queries.html">queries of the application</a>: each must be
     * plannable afterwards if it was before. Nothing is executed. Default: {@code src/test/migration/queries} or {@code
     * src/test/resources/migration/queries}, where it exists.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.upgrade.queries")
    private List<String> queries;

    /**
     * The same with the queries of the release before, which still runs while migrations are applied. Default: {@code
     * src/test/migration/queriesBefore} or {@code src/test/resources/migration/queriesBefore}, where it exists.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.upgrade.queriesBefore")
    private List<String> queriesBefore;

    /**
     * By which factor the planner's cost of a query may grow before it is told as a warning; more than 1, or 0 to leave queries
     * out. Example: {@code 2.5}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.maxPlanCostFactor", defaultValue = "10")
    private double maxPlanCostFactor;

    @Override
    OperationOptions.Plans plans() {
        if (maxPlanCostFactor == 0) {
            return OperationOptions.Plans.NONE;
        }
        if (!(maxPlanCostFactor > 1)) {
            throw CheckedSettings.refused(
                    "maxPlanCostFactor",
                    Double.toString(maxPlanCostFactor),
                    "Use more than 1, or 0 to leave queries out");
        }
        return new OperationOptions.Plans(PerfSettings.queries(base(), queries, queriesBefore), maxPlanCostFactor);
    }

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
