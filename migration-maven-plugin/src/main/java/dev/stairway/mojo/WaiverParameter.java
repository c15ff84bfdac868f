package dev.stairway.mojo;

import dev.stairway.finding.Rule;
import dev.stairway.lint.Catalogue;
import dev.stairway.metrics.FindingSheet.Waiver;
import dev.stairway.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/** One {@code <waiver>}: a finding that stays in the report but does not fail the build. */
public class WaiverParameter {

    /** Rule id, for example {@code rollback-missing}. */
    private String rule;

    /** Id of the migration; {@code *} stands for anything; default {@code *}. */
    private String migration = "*";

    /** Why; shown in the report. */
    private String reason;

    Waiver waiver() {
        if (rule == null || reason == null || reason.isBlank()) {
            throw ProblemException.setup(
                    "A <waiver> needs both <rule> and <reason>",
                    "<waivers> in the pom",
                    "rule=" + rule + ", reason=" + reason,
                    "Say which rule is waived and why, so that the report can show it",
                    null);
        }
        List<String> known = new ArrayList<>(Rule.ids());
        known.addAll(Catalogue.ids());
        if (!known.contains(rule)) {
            throw ProblemException.setup(
                    "Unknown rule '" + rule + "' in a <waiver>",
                    "<waivers> in the pom",
                    "",
                    "Use one of " + String.join(", ", known),
                    null);
        }
        return new Waiver(rule, migration, reason);
    }
}
