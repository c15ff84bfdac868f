package dev.stairway.data.generic;

import dev.stairway.data.value.Base;
import dev.stairway.data.value.ValueType;
import dev.stairway.database.generic.facts.ColumnFacts;
import java.sql.Types;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What values a column takes, by the type that the driver tells and, where that says too little, by its name. */
final class ColumnTypes {

    /** A longer column is as good as one without a limit. */
    private static final int MOST_CHARACTERS = 10_000;

    private static final Map<String, Base> BY_NAME = Map.of(
            "UUID", Base.UUID,
            "UNIQUEIDENTIFIER", Base.UUID,
            "JSON", Base.JSON,
            "XML", Base.XML,
            "INET6", Base.SAMPLE,
            "INET4", Base.SAMPLE,
            "YEAR", Base.SAMPLE,
            "GEOMETRY", Base.SAMPLE,
            "POINT", Base.SAMPLE);

    private static final Map<String, List<String>> SAMPLES = Map.of(
            "INET6", List.of("::1", "2001:db8::ff"),
            "INET4", List.of("127.0.0.1", "10.1.2.3"),
            "YEAR", List.of("1999", "2024"),
            "GEOMETRY", List.of("POINT (1 2)", "POINT (3 4)"),
            "POINT", List.of("POINT (1 2)", "POINT (3 4)"));

    private ColumnTypes() {}

    /** @param labels of an enum; empty for none */
    static ValueType of(ColumnFacts column, List<String> labels) {
        String name = String.valueOf(column.typeName()).toUpperCase(Locale.ROOT);
        if (!labels.isEmpty()) {
            return ValueType.of(Base.ENUM, name).withLabels(labels);
        }
        Base named = BY_NAME.get(name);
        if (named != null) {
            return ValueType.of(named, name).withLabels(SAMPLES.getOrDefault(name, List.of()));
        }
        if (name.startsWith("TINYINT")) {
            // A number of one byte, often used as a boolean; 0 and 1 suit both.
            return ValueType.of(Base.BOOLEAN_NUMBER, name);
        }
        return byDriver(column, name);
    }

    private static ValueType byDriver(ColumnFacts column, String name) {
        int size = column.size() > MOST_CHARACTERS ? 0 : (int) column.size();
        return switch (column.jdbcType()) {
            case Types.TINYINT -> ValueType.of(Base.BOOLEAN_NUMBER, name);
            case Types.SMALLINT -> ValueType.of(Base.INT16, name);
            case Types.INTEGER -> ValueType.of(name.startsWith("MEDIUMINT") ? Base.INT16 : Base.INT32, name);
            case Types.BIGINT -> ValueType.of(Base.INT64, name);
            case Types.DECIMAL, Types.NUMERIC ->
                ValueType.of(Base.DECIMAL, name).withDigits((int) Math.min(column.size(), 38), column.digits());
            case Types.REAL -> ValueType.of(Base.FLOAT32, name);
            case Types.FLOAT, Types.DOUBLE -> ValueType.of(Base.FLOAT64, name);
            case Types.BOOLEAN -> ValueType.of(Base.BOOLEAN, name);
            case Types.BIT -> ValueType.of(column.size() <= 1 ? Base.BOOLEAN : Base.UNKNOWN, name);
            case Types.CHAR,
                    Types.VARCHAR,
                    Types.NCHAR,
                    Types.NVARCHAR,
                    Types.LONGVARCHAR,
                    Types.LONGNVARCHAR,
                    Types.CLOB,
                    Types.NCLOB -> ValueType.of(Base.TEXT, name).withLength(size);
            case Types.SQLXML -> ValueType.of(Base.XML, name);
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB ->
                ValueType.of(Base.BYTES, name).withLength(size);
            case Types.DATE -> ValueType.of(Base.DATE, name);
            case Types.TIME -> ValueType.of(Base.TIME, name);
            case Types.TIME_WITH_TIMEZONE -> ValueType.of(Base.TIME_ZONED, name);
            case Types.TIMESTAMP -> ValueType.of(Base.TIMESTAMP, name);
            case Types.TIMESTAMP_WITH_TIMEZONE -> ValueType.of(Base.TIMESTAMP_ZONED, name);
            default -> ValueType.of(Base.UNKNOWN, name);
        };
    }
}
