package dev.stairway.integrity;

import java.util.List;

/**
 * What the database answered to a {@link Check}.
 *
 * @param rows how many break it; 0 when none does
 * @param exact false when there may be more
 * @param examples up to three keys
 * @param notAsked why there is no answer; empty when there is one
 */
public record Answer(long rows, boolean exact, List<String> examples, String notAsked) {

    /** No row breaks it. */
    public static final Answer KEPT = new Answer(0, true, List.of(), "");

    public Answer {
        examples = List.copyOf(examples);
    }

    /** No answer. */
    public static Answer none(String reason) {
        return new Answer(0, false, List.of(), reason);
    }
}
