package dev.stairway.catalog.sqlite;

import dev.stairway.catalog.TypeText;
import dev.stairway.compare.logical.LogicalType;
import dev.stairway.compare.logical.LogicalType.Family;
import java.util.Locale;

/** The type that a column of SQLite is declared with: what its words mean, else what SQLite makes of them. */
final class Affinity {

    private Affinity() {}

    static LogicalType type(String declared) {
        String lower = declared.toLowerCase(Locale.ROOT).strip();
        if (lower.equals("tinyint(1)")) {
            return LogicalType.of(Family.BOOLEAN, lower);
        }
        if (lower.equals("real")) {
            // Eight bytes here, four elsewhere: https://www.sqlite.org/datatype3.html#storage_classes_and_datatypes.
            return LogicalType.of(Family.DOUBLE, lower);
        }
        return TypeText.known(declared).orElseGet(() -> TypeText.of(byAffinity(lower), declared));
    }

    /** Section 3.1 of https://www.sqlite.org/datatype3.html#determination_of_column_affinity, in its order. */
    private static Family byAffinity(String lower) {
        if (lower.contains("int")) {
            return Family.INTEGER;
        }
        if (lower.contains("char") || lower.contains("clob") || lower.contains("text")) {
            return Family.TEXT;
        }
        if (lower.contains("blob")) {
            return Family.BINARY;
        }
        if (lower.contains("real") || lower.contains("floa") || lower.contains("doub")) {
            return Family.DOUBLE;
        }
        return Family.OTHER;
    }
}
