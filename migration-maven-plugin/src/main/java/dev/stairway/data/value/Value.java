package dev.stairway.data.value;

/**
 * One value on its way into a row.
 *
 * @param kind how to write it in SQL
 * @param text number, text or hex digits of bytes; empty for NULL and DEFAULT
 */
public record Value(Kind kind, String text) {

    /** How a value is written in SQL. */
    public enum Kind {
        NULL,
        DEFAULT,
        NUMBER,
        TEXT,
        BYTES
    }

    public static final Value NULL = new Value(Kind.NULL, "");
    public static final Value DEFAULT = new Value(Kind.DEFAULT, "");

    public static Value number(String text) {
        return new Value(Kind.NUMBER, text);
    }

    public static Value text(String text) {
        return new Value(Kind.TEXT, text);
    }

    public static Value bytes(String hex) {
        return new Value(Kind.BYTES, hex);
    }

    public boolean isNull() {
        return kind == Kind.NULL;
    }

    /** True when it is known what will stand in the row. */
    public boolean known() {
        return kind != Kind.DEFAULT;
    }
}
