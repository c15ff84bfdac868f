package dev.stairway.script.sql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds where a quoted part of a text ends. A doubled quote is two quoted parts in a row, which does no harm. */
final class Quotes {

    /**
     * A string goes on behind a line break, with the escapes of its first part:
     * https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-STRINGS
     */
    private static final Pattern CONTINUED =
            Pattern.compile("(?:[ \\t\\f]|--[^\\n\\r]*+)*+[\\n\\r](?:\\s|--[^\\n\\r]*+[\\n\\r])*+'");

    private final String text;

    Quotes(String text) {
        this.text = text;
    }

    /** Offset behind the closing quote. @param opening offset of the opening one */
    int end(int opening, char closing, boolean backslashes) {
        int at = opening + 1;
        while (at < text.length() && text.charAt(at) != closing) {
            at += backslashes && text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at + 1, text.length());
    }

    /** The same for PostgreSQL's {@code E'...'}, whose doubled quotes and continuations keep its escapes. */
    int endOfEscaped(int opening) {
        int end = end(opening, '\'', true);
        Matcher continued = CONTINUED.matcher(text);
        while (end < text.length()) {
            if (text.charAt(end) == '\'') {
                end = end(end, '\'', true);
            } else if (continued.region(end, text.length()).lookingAt()) {
                end = end(continued.end() - 1, '\'', true);
            } else {
                return end;
            }
        }
        return end;
    }
}
