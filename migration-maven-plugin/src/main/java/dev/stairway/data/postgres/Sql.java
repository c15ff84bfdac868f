package dev.stairway.data.postgres;

import dev.stairway.data.jdbc.Names;
import dev.stairway.data.value.Value;

/** PostgreSQL's spelling of names and constants. */
final class Sql {

    private Sql() {}

    static String name(String schema, String table) {
        return Names.quoted(schema) + '.' + Names.quoted(table);
    }

    /** A constant that takes the type of its column; sessions of this room have standard_conforming_strings on. */
    static String constant(Value value) {
        return switch (value.kind()) {
            case NULL -> "NULL";
            case DEFAULT -> "DEFAULT";
            case BYTES -> "'\\x" + value.text() + "'";
            default -> text(value.text());
        };
    }

    static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
