package dev.stairway.problem;

import java.util.Objects;

/**
 * A failure told to the user: what failed, where, what was seen and what to do next.
 *
 * @param what one sentence without a final period; never null
 * @param where file and line, migration, database or setting; empty where there is none
 * @param evidence what was seen, for example the first line of the server's error; empty where there is none
 * @param next what the user can do about it; never empty
 */
public record Problem(String what, String where, String evidence, String next) {

    public Problem {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(evidence, "evidence");
        Objects.requireNonNull(next, "next");
    }

    /** The whole message on up to four lines. */
    public String text() {
        StringBuilder text = new StringBuilder(what);
        line(text, "Where", where);
        line(text, "Seen", evidence);
        line(text, "Next", next);
        return text.toString();
    }

    private static void line(StringBuilder text, String label, String value) {
        if (!value.isEmpty()) {
            text.append("\n  ").append(label).append(": ").append(value);
        }
    }
}
