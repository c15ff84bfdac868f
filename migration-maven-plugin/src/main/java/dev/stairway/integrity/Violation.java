package dev.stairway.integrity;

import java.util.List;

/**
 * A promise that rows break.
 *
 * @param rows how many
 * @param exact false when there may be more
 * @param examples up to three keys, no other values
 */
public record Violation(Check check, long rows, boolean exact, List<String> examples) {

    /** Keys that are named. */
    public static final int EXAMPLES = 3;

    public Violation {
        examples = List.copyOf(examples);
    }
}
