package dev.stairway.compare.behaviour;

import dev.stairway.data.value.Base;
import dev.stairway.data.value.ValueType;
import java.util.Locale;

/**
 * A column that is probed on all databases.
 *
 * @param table plain name in lower case
 * @param column in lower case
 * @param type as the strictest of the databases has it
 */
record Subject(String table, String column, ValueType type) {

    /** True for {@code char(n)}, which is filled up with blanks where a product has it. */
    static boolean padded(ValueType type) {
        String name = type.name().toLowerCase(Locale.ROOT);
        boolean character = name.startsWith("char") || name.startsWith("nchar") || name.startsWith("bpchar");
        return type.base() == Base.TEXT && character && !name.contains("varying");
    }

    boolean padded() {
        return padded(type);
    }

    Base base() {
        return type.base();
    }

    /** {@code customer.email}. */
    String name() {
        return table + "." + column;
    }

    /** The type for people, the same for all products: {@code varchar(50)}. */
    String typeText() {
        return switch (type.base()) {
            case INT16 -> "smallint";
            case INT32 -> "integer";
            case INT64 -> "bigint";
            case DECIMAL ->
                type.precision() == 0 ? "numeric" : "numeric(" + type.precision() + "," + type.scale() + ")";
            case BOOLEAN, BOOLEAN_NUMBER -> "boolean";
            case TEXT -> text();
            case TIMESTAMP_ZONED -> "timestamp with time zone";
            case TIME_ZONED -> "time with time zone";
            case DATE, TIME, TIMESTAMP, UUID, JSON -> type.base().name().toLowerCase(Locale.ROOT);
            default -> type.name().toLowerCase(Locale.ROOT);
        };
    }

    private String text() {
        return type.length() == 0 ? "text" : (padded() ? "char(" : "varchar(") + type.length() + ")";
    }
}
