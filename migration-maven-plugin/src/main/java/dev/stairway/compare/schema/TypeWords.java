package dev.stairway.compare.schema;

import dev.stairway.compare.logical.LogicalType;
import dev.stairway.database.DatabaseId;
import java.util.Locale;

/** Types in words that are the same for the same type, and whether anybody keeps to them. */
final class TypeWords {

    private TypeWords() {}

    static String of(LogicalType type) {
        String numbers = type.length() != null
                ? "(" + type.length() + ")"
                : type.precision() == null
                        ? ""
                        : "(" + type.precision() + (type.scale() == null ? "" : "," + type.scale()) + ")";
        String name = switch (type.family()) {
            case TEXT -> type.length() == null ? "text" : "varchar";
            case DECIMAL -> "numeric";
            case DOUBLE -> "double precision";
            case TIMESTAMP_ZONED -> "timestamp with time zone";
            case OTHER, ENUM, ARRAY -> type.declared().isEmpty() ? "no type" : type.declared();
            default -> type.family().name().toLowerCase(Locale.ROOT);
        };
        return name.contains("(") ? name : name + numbers;
    }

    /** Empty where any value would do. */
    static String enforcement(DatabaseId database, LogicalType type) {
        boolean anything = switch (type.family()) {
            case TEXT, BINARY -> type.length() == null;
            case OTHER -> true;
            default -> false;
        };
        if (anything) {
            return "";
        }
        return database.product().equals("sqlite")
                ? of(type) + " is declared and not enforced"
                : of(type) + " is enforced";
    }

    static String ofReferences(DatabaseId database) {
        return database.product().equals("sqlite")
                ? "checked in connections that say PRAGMA foreign_keys = ON"
                : "always checked";
    }
}
