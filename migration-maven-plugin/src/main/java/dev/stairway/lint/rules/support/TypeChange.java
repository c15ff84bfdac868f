package dev.stairway.lint.rules.support;

import dev.stairway.script.sql.tree.DataType;
import java.util.Map;

/**
 * What becomes of values when a column gets another type.
 *
 * @param from the type before
 * @param to the type after
 */
public record TypeChange(DataType from, DataType to) {

    private static final int NO_LIMIT = 100_000;

    private static final Map<String, String> FAMILIES = Map.ofEntries(
            Map.entry("smallint", "number"),
            Map.entry("integer", "number"),
            Map.entry("bigint", "number"),
            Map.entry("numeric", "number"),
            Map.entry("decimal", "number"),
            Map.entry("real", "number"),
            Map.entry("double precision", "number"),
            Map.entry("smallserial", "number"),
            Map.entry("serial", "number"),
            Map.entry("bigserial", "number"),
            Map.entry("varchar", "text"),
            Map.entry("char", "text"),
            Map.entry("text", "text"),
            Map.entry("citext", "text"),
            Map.entry("date", "time"),
            Map.entry("timestamp", "time"),
            Map.entry("timestamptz", "time"),
            Map.entry("json", "json"),
            Map.entry("jsonb", "json"));

    /** True when values become another kind of thing: text a number, a time one of a time zone. */
    public boolean changesKind() {
        return from.array() != to.array() || !family(from).equals(family(to)) || changesZone();
    }

    /** True when values that were possible are so no longer: cut off, rounded or refused. */
    public boolean narrows() {
        if (from.array() != to.array() || !family(from).equals(family(to))) {
            return false;
        }
        return switch (family(from)) {
            case "number" -> narrowsNumber();
            case "text" -> limit(to) < limit(from);
            case "time" -> narrowsTime();
            default -> false;
        };
    }

    /** {@code number}, {@code text}, {@code time}, {@code json}, or the type itself. */
    public static String family(DataType type) {
        return FAMILIES.getOrDefault(type.name(), type.name());
    }

    /** True when times get a time zone, or lose it. */
    public boolean changesZone() {
        return from.is("timestamp") && to.is("timestamptz") || from.is("timestamptz") && to.is("timestamp");
    }

    private boolean narrowsNumber() {
        if (to.is("real") && !from.is("real", "smallint", "smallserial")) {
            return true;
        }
        if (isFloat(from) && isFloat(to)) {
            return false;
        }
        return digits(to) < digits(from) || scale(to) < scale(from);
    }

    private boolean narrowsTime() {
        if (to.is("date")) {
            return !from.is("date");
        }
        return !from.is("date") && precision(to) < precision(from);
    }

    private static int limit(DataType type) {
        if (type.is("text", "citext")) {
            return NO_LIMIT;
        }
        int usual = type.is("char") ? 1 : NO_LIMIT;
        return type.arguments().isEmpty() ? usual : type.arguments().get(0);
    }

    private static boolean isFloat(DataType type) {
        return type.is("real", "double precision");
    }

    /** Before the point. */
    private static int digits(DataType type) {
        return switch (type.name()) {
            case "smallint", "smallserial" -> 5;
            case "integer", "serial" -> 10;
            case "bigint", "bigserial" -> 19;
            case "real", "double precision" -> NO_LIMIT;
            default -> type.arguments().isEmpty() ? NO_LIMIT : type.arguments().get(0) - scale(type);
        };
    }

    /** Behind the point. */
    private static int scale(DataType type) {
        return switch (type.name()) {
            case "smallint", "smallserial", "integer", "serial", "bigint", "bigserial" -> 0;
            case "real", "double precision" -> NO_LIMIT;
            default ->
                type.arguments().isEmpty()
                        ? NO_LIMIT
                        : type.arguments().size() > 1 ? type.arguments().get(1) : 0;
        };
    }

    private static int precision(DataType type) {
        return type.arguments().isEmpty() ? 6 : type.arguments().get(0);
    }
}
