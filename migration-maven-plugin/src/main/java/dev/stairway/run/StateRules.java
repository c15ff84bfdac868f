package dev.stairway.run;

import dev.stairway.assertion.Assertion;
import java.util.List;

/**
 * What the user says of the rows.
 *
 * @param assertions queries whose answers must be right
 * @param rows numbers of rows that must be right
 */
public record StateRules(List<Assertion> assertions, List<RowRule> rows) {

    /** Nothing is said. */
    public static final StateRules NONE = new StateRules(List.of(), List.of());

    public StateRules {
        assertions = List.copyOf(assertions);
        rows = List.copyOf(rows);
    }
}
