package dev.stairway.data.value;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A cell that is rendered once and written often. */
public final class Word {

    private final Value value;
    private final byte[] copy;
    private final Object parameter;

    private Word(Value value) {
        this.value = value;
        copy = copyText(value);
        parameter = parameter(value);
    }

    public static Word of(Value value) {
        return new Word(value);
    }

    static Word text(String text) {
        return new Word(Value.text(text));
    }

    public Value value() {
        return value;
    }

    /** As COPY reads it in its text format; the caller leaves it as it is. */
    public byte[] copy() {
        return copy;
    }

    /** As a JDBC parameter; null for NULL. */
    public Object parameter() {
        return parameter;
    }

    /** See <a href="https://www.postgresql.org/docs/current/sql-copy.html#id-1.9.3.55.9.2">COPY, text format</a>. */
    public static byte[] copyText(Value value) {
        if (value.isNull()) {
            return new byte[] {'\\', 'N'};
        }
        String text = value.kind() == Value.Kind.BYTES ? "\\x" + value.text() : value.text();
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> escaped.append("\\\\");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                default -> escaped.append(c);
            }
        }
        return escaped.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** As a parameter that a column of any affinity takes like the literal. */
    public static Object parameter(Value value) {
        return switch (value.kind()) {
            case NULL, DEFAULT -> null;
            case NUMBER -> number(value.text());
            case BYTES -> HexFormat.of().parseHex(value.text());
            case TEXT -> value.text();
        };
    }

    private static Object number(String text) {
        boolean whole = text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '-' || c == '+');
        if (whole && text.length() < 19) {
            return Long.valueOf(text);
        }
        try {
            return whole ? (Object) Long.valueOf(text) : Double.valueOf(text);
        } catch (NumberFormatException tooLong) {
            // More digits than an integer has: SQLite reads such a literal as a float, too.
            return Double.valueOf(text);
        }
    }
}
