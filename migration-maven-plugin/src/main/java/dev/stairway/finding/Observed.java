package dev.stairway.finding;

import java.util.List;

/**
 * What runs saw of a danger that was predicted from the text.
 *
 * @param outcome whether they bear it out
 * @param seen what was seen, line by line; empty where nothing was
 */
public record Observed(Outcome outcome, List<String> seen) {

    /** Whether a prediction came true. */
    public enum Outcome {
        CONFIRMED,
        /** The migration was played where it would have shown, and it did not. */
        REFUTED,
        /** No run could have shown it. */
        UNPROVEN
    }

    public Observed {
        seen = List.copyOf(seen);
    }
}
