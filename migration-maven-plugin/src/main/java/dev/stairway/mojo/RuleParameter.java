package dev.stairway.mojo;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Catalogue;
import dev.stairway.problem.ProblemException;
import dev.stairway.safety.RuleSetting;
import java.util.List;
import java.util.Locale;

/** One {@code <rule>}: what a project wants of a rule that reads migrations otherwise than is usual. */
public class RuleParameter {

    /** Rule id, for example {@code drop-column}. */
    private String id;

    /** {@code ERROR}, {@code WARNING} or {@code INFO}; {@code OFF} never asks the rule. Default: the rule's own. */
    private String severity;

    /** The number that the rule compares with, where it has one. Default: the rule's own. */
    private Integer limit;

    RuleSetting setting() {
        List<String> ids = Catalogue.ids();
        if (id == null || !ids.contains(id)) {
            throw ProblemException.setup(
                    id == null ? "A <rule> needs an <id>" : "Unknown rule '" + id + "' in <rules>",
                    "<rules> in the pom",
                    "",
                    "Use one of " + String.join(", ", ids),
                    null);
        }
        String word = severity == null ? "" : severity.strip().toUpperCase(Locale.ROOT);
        return switch (word) {
            case "" -> new RuleSetting(id, null, null, limit);
            case "OFF" -> new RuleSetting(id, false, null, limit);
            default -> new RuleSetting(id, true, known(word), limit);
        };
    }

    private Severity known(String word) {
        try {
            return Severity.valueOf(word);
        } catch (IllegalArgumentException e) {
            throw ProblemException.setup(
                    "The rule " + id + " cannot have the severity '" + severity + "'",
                    "<rules> in the pom",
                    "",
                    "Use ERROR, WARNING, INFO or OFF",
                    e);
        }
    }
}
