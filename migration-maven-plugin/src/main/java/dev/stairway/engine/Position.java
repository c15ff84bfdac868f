package dev.stairway.engine;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a changelog.
 *
 * @param file as the engine names it; empty where unknown
 * @param line 1-based, 0 where unknown
 */
public record Position(String file, int line) {

    public static final Position UNKNOWN = new Position("", 0);

    /** The place in the same file that a message begins with, as {@code file:line: what happened}; else this one. */
    public Position within(List<String> message) {
        if (file.isEmpty() || message.isEmpty()) {
            return this;
        }
        Matcher begin = Pattern.compile(Pattern.quote(file) + ":(\\d{1,9}): .*").matcher(message.get(0));
        return begin.matches() ? new Position(file, Integer.parseInt(begin.group(1))) : this;
    }
}
