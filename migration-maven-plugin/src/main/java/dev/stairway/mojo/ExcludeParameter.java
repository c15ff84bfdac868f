package dev.stairway.mojo;

import dev.stairway.problem.ProblemException;
import dev.stairway.run.WalkOptions.Exclusion;

/** One {@code <exclude>}: a migration that is recorded as ran without running, and shown as not covered. */
public class ExcludeParameter {

    /** Id of the migration; {@code *} stands for anything. */
    private String migration;

    /** Why; shown in the report. */
    private String reason;

    Exclusion exclusion() {
        if (migration == null || reason == null || reason.isBlank()) {
            throw ProblemException.setup(
                    "An <exclude> needs both <migration> and <reason>",
                    "<excludes> in the pom",
                    "migration=" + migration + ", reason=" + reason,
                    "Say which migration is left out and why, so that the report can show it",
                    null);
        }
        return new Exclusion(migration, reason);
    }
}
