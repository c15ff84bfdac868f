package dev.stairway.data.sqlite;

import dev.stairway.data.value.Value;
import java.util.Locale;

/** SQLite's spelling of constants. */
final class Sql {

    private Sql() {}

    static String constant(Value value) {
        return switch (value.kind()) {
            case NULL, DEFAULT -> "NULL";
            case NUMBER -> value.text();
            case BYTES -> "x'" + value.text() + "'";
            case TEXT -> "'" + value.text().replace("'", "''") + "'";
        };
    }

    /** Reads what {@code quote()} printed. */
    static Value value(String quoted) {
        if (quoted == null || quoted.equals("NULL")) {
            return Value.NULL;
        }
        if (quoted.startsWith("X'")) {
            return Value.bytes(quoted.substring(2, quoted.length() - 1).toLowerCase(Locale.ROOT));
        }
        return quoted.startsWith("'")
                ? Value.text(quoted.substring(1, quoted.length() - 1).replace("''", "'"))
                : Value.number(quoted);
    }
}
