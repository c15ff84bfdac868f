package dev.stairway.script.sql;

/**
 * A piece of a script.
 *
 * @param start offset of its first character
 * @param end offset behind its last one
 */
public record Token(Kind kind, int start, int end) {

    /** What it is. */
    public enum Kind {
        BLANK,
        COMMENT,
        /** An unquoted name, a keyword or a number. */
        WORD,
        /** A string or a quoted name. */
        QUOTED,
        DELIMITER,
        SYMBOL
    }

    /** False for blanks and comments. */
    public boolean says() {
        return kind != Kind.BLANK && kind != Kind.COMMENT;
    }
}
