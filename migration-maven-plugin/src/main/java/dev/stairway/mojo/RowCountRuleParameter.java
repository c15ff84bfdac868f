package dev.stairway.mojo;

import dev.stairway.problem.ProblemException;
import dev.stairway.run.RowRule;
import dev.stairway.run.RowRule.Holds;

/** One {@code <rowCountRule>}: how many rows some tables hold, or may lose. */
public class RowCountRuleParameter {

    /** Tables, with or without their schema; {@code *} stands for anything. */
    private String tables;

    /** Migrations that it is for; {@code *} stands for anything. Default: all. */
    private String migrations;

    /** {@code never-fewer} or {@code unchanged}; leave it out for bounds alone. */
    private String rows;

    /** Least number of rows after a migration. */
    private Long atLeast;

    /** Greatest number of rows after a migration. */
    private Long atMost;

    RowRule rule() {
        boolean bounds = atLeast != null || atMost != null;
        if (tables == null || (rows == null) != bounds || negative(atLeast) || negative(atMost)) {
            throw problem("A <rowCountRule> needs <tables>, and either <rows> or bounds that are not negative");
        }
        if (atLeast != null && atMost != null && atLeast > atMost) {
            throw problem("A <rowCountRule> is met by no number of rows: <atLeast> is above <atMost>");
        }
        return new RowRule(
                tables,
                migrations == null ? "*" : migrations,
                holds(),
                atLeast == null ? 0 : atLeast,
                atMost == null ? -1 : atMost);
    }

    private static boolean negative(Long number) {
        return number != null && number < 0;
    }

    private Holds holds() {
        if (rows == null) {
            return Holds.BOUNDS;
        }
        return switch (rows) {
            case "never-fewer" -> Holds.NEVER_FEWER;
            case "unchanged" -> Holds.SAME_NUMBER;
            default -> throw problem("Unknown <rows> in a <rowCountRule>");
        };
    }

    private ProblemException problem(String what) {
        return ProblemException.setup(
                what,
                "<rowCountRules> in the pom",
                "tables=" + tables + ", rows=" + rows + ", atLeast=" + atLeast + ", atMost=" + atMost,
                "Write <rows>never-fewer</rows>, <rows>unchanged</rows>, or <atLeast> and <atMost>",
                null);
    }
}
