package dev.stairway.mojo;

import dev.stairway.compare.cross.CrossOptions.Accepted;
import dev.stairway.problem.ProblemException;

/** One {@code <acceptedDifference>}: a difference between databases that the project lives with. */
public class AcceptedDifferenceParameter {

    /**
     * What differs, as the report names it: {@code customer.name default} for its default alone, {@code customer.name} for
     * whatever differs in it; {@code *} stands for anything.
     */
    private String difference;

    /** Why; shown in the report. */
    private String reason;

    Accepted accepted() {
        if (difference == null || difference.isBlank() || reason == null || reason.isBlank()) {
            throw ProblemException.setup(
                    "An <acceptedDifference> needs both <difference> and <reason>",
                    "<acceptedDifferences> in the pom",
                    "difference=" + difference + ", reason=" + reason,
                    "Say what differs, as the report names it, and why the project lives with it",
                    null);
        }
        return new Accepted(difference.strip(), reason.strip());
    }
}
