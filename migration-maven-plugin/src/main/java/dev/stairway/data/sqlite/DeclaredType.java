package dev.stairway.data.sqlite;

import dev.stairway.data.value.Base;
import dev.stairway.data.value.ValueType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a declared type means to the people who wrote it; SQLite itself knows only its affinity.
 *
 * <p>See <a href="https://sqlite.org/datatype3.html">Datatypes In SQLite</a>.
 */
final class DeclaredType {

    private static final Pattern SHAPE = Pattern.compile(
            "([^(]*)(?:\\(\\s*(\\d+)\\s*(?:CHAR|BYTE)?\\s*(?:,\\s*(-?\\d{1,9})\\s*)?\\))?([^)]*)",
            Pattern.CASE_INSENSITIVE);

    private static final Map<String, Base> BASES = Map.ofEntries(
            Map.entry("SMALLINT", Base.INT16),
            Map.entry("INT2", Base.INT16),
            Map.entry("TINYINT", Base.INT16),
            Map.entry("INT", Base.INT32),
            Map.entry("INT4", Base.INT32),
            Map.entry("INTEGER", Base.INT32),
            Map.entry("MEDIUMINT", Base.INT32),
            Map.entry("BIGINT", Base.INT64),
            Map.entry("INT8", Base.INT64),
            Map.entry("UNSIGNED BIG INT", Base.INT64),
            Map.entry("BOOLEAN", Base.BOOLEAN_NUMBER),
            Map.entry("BOOL", Base.BOOLEAN_NUMBER),
            Map.entry("DECIMAL", Base.DECIMAL),
            Map.entry("NUMERIC", Base.DECIMAL),
            Map.entry("NUMBER", Base.DECIMAL),
            Map.entry("MONEY", Base.MONEY),
            Map.entry("REAL", Base.FLOAT64),
            Map.entry("FLOAT", Base.FLOAT64),
            Map.entry("FLOAT4", Base.FLOAT32),
            Map.entry("FLOAT8", Base.FLOAT64),
            Map.entry("DOUBLE", Base.FLOAT64),
            Map.entry("DOUBLE PRECISION", Base.FLOAT64),
            Map.entry("DATE", Base.DATE),
            Map.entry("TIME", Base.TIME),
            Map.entry("DATETIME", Base.TIMESTAMP),
            Map.entry("TIMESTAMP", Base.TIMESTAMP),
            Map.entry("TIMESTAMPTZ", Base.TIMESTAMP_ZONED),
            Map.entry("UUID", Base.UUID),
            Map.entry("JSON", Base.JSON),
            Map.entry("JSONB", Base.JSON),
            Map.entry("XML", Base.XML),
            Map.entry("BLOB", Base.BYTES),
            Map.entry("BYTEA", Base.BYTES),
            Map.entry("BINARY", Base.BYTES),
            Map.entry("VARBINARY", Base.BYTES));

    private DeclaredType() {}

    static ValueType of(String declared) {
        Matcher shape = SHAPE.matcher(declared.strip());
        if (!shape.matches()) {
            return byAffinity(declared);
        }
        String name = shape.group(1).strip().toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
        String zone = shape.group(4).toUpperCase(Locale.ROOT);
        if (name.endsWith(" WITH TIME ZONE") || zone.contains("WITH TIME ZONE")) {
            return ValueType.of(name.startsWith("TIMESTAMP") ? Base.TIMESTAMP_ZONED : Base.TIME_ZONED, declared);
        }
        Base base = BASES.get(name.replace(" WITHOUT TIME ZONE", ""));
        ValueType type = base == null ? byAffinity(declared) : ValueType.of(base, declared);
        return shape.group(2) == null ? type : sized(type, shape.group(2), shape.group(3));
    }

    private static ValueType sized(ValueType type, String first, String second) {
        int size = first.length() > 9 ? 0 : Integer.parseInt(first);
        return switch (type.base()) {
            case DECIMAL -> type.withDigits(size, second == null ? 0 : Integer.parseInt(second));
            case TEXT, BYTES -> type.withLength(size);
            case INT16 ->
                size == 1 && type.name().toUpperCase(Locale.ROOT).startsWith("TINYINT")
                        ? ValueType.of(Base.BOOLEAN_NUMBER, type.name())
                        : type;
            default -> type;
        };
    }

    private static ValueType byAffinity(String declared) {
        String upper = declared.toUpperCase(Locale.ROOT);
        if (upper.contains("INT")) {
            return ValueType.of(Base.INT32, declared);
        }
        if (List.of("CHAR", "CLOB", "TEXT").stream().anyMatch(upper::contains)) {
            return ValueType.of(Base.TEXT, declared);
        }
        if (upper.contains("BLOB") || upper.isBlank()) {
            return ValueType.of(upper.isBlank() ? Base.TEXT : Base.BYTES, declared);
        }
        boolean real = List.of("REAL", "FLOA", "DOUB").stream().anyMatch(upper::contains);
        return ValueType.of(real ? Base.FLOAT64 : Base.TEXT, declared);
    }
}
