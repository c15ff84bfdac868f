package dev.stairway.measure.plan;

import java.util.Locale;

/**
 * A token of a query that says something.
 *
 * @param text as written; the name of a parameter
 * @param parameter its number; 0 for what is none
 */
record Item(Kind kind, String text, int parameter) {

    enum Kind {
        WORD,
        QUOTED,
        SYMBOL,
        PARAMETER
    }

    boolean is(String word) {
        return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equalsIgnoreCase(word);
    }

    boolean parameterHere() {
        return kind == Kind.PARAMETER;
    }

    /** A name of a table or column, or a keyword that could be one. */
    boolean name() {
        return kind == Kind.WORD && !Character.isDigit(text.charAt(0)) || kind == Kind.QUOTED && !text.startsWith("'");
    }

    /** A string or a number. */
    boolean literal() {
        return kind == Kind.QUOTED && text.startsWith("'") || kind == Kind.WORD && Character.isDigit(text.charAt(0));
    }

    /** One of several symbols in a row that compare or compute. */
    boolean operator() {
        return kind == Kind.SYMBOL && "=<>!~|@&#^%*/+-".contains(text);
    }

    /** The name as the catalog may have it: without quotes; in lower case where none are. */
    String plain() {
        // One that nobody closes is for the server to refuse.
        return kind == Kind.QUOTED && text.length() > 1
                ? text.substring(1, text.length() - 1)
                : text.toLowerCase(Locale.ROOT);
    }
}
