package dev.stairway.catalog;

import dev.stairway.compare.logical.LogicalType;
import dev.stairway.compare.logical.LogicalType.Family;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands a type as it is declared. */
public final class TypeText {

    private static final Pattern ARGUMENTS = Pattern.compile("\\(\\s*(\\d{1,9})\\s*(?:,\\s*(-?\\d{1,9})\\s*)?[^)]*\\)");

    private static final Map<String, Family> FAMILIES = Map.ofEntries(
            Map.entry("tinyint", Family.SMALLINT),
            Map.entry("smallint", Family.SMALLINT),
            Map.entry("int2", Family.SMALLINT),
            Map.entry("smallserial", Family.SMALLINT),
            Map.entry("int", Family.INTEGER),
            Map.entry("integer", Family.INTEGER),
            Map.entry("int4", Family.INTEGER),
            Map.entry("mediumint", Family.INTEGER),
            Map.entry("serial", Family.INTEGER),
            Map.entry("bigint", Family.BIGINT),
            Map.entry("int8", Family.BIGINT),
            Map.entry("bigserial", Family.BIGINT),
            Map.entry("unsigned big int", Family.BIGINT),
            Map.entry("numeric", Family.DECIMAL),
            Map.entry("decimal", Family.DECIMAL),
            Map.entry("dec", Family.DECIMAL),
            Map.entry("number", Family.DECIMAL),
            Map.entry("money", Family.DECIMAL),
            Map.entry("real", Family.REAL),
            Map.entry("float4", Family.REAL),
            Map.entry("float", Family.DOUBLE),
            Map.entry("float8", Family.DOUBLE),
            Map.entry("double", Family.DOUBLE),
            Map.entry("double precision", Family.DOUBLE),
            Map.entry("varchar", Family.TEXT),
            Map.entry("varchar2", Family.TEXT),
            Map.entry("character varying", Family.TEXT),
            Map.entry("nvarchar", Family.TEXT),
            Map.entry("char", Family.TEXT),
            Map.entry("character", Family.TEXT),
            Map.entry("nchar", Family.TEXT),
            Map.entry("bpchar", Family.TEXT),
            Map.entry("citext", Family.TEXT),
            Map.entry("name", Family.TEXT),
            Map.entry("text", Family.TEXT),
            Map.entry("tinytext", Family.TEXT),
            Map.entry("mediumtext", Family.TEXT),
            Map.entry("longtext", Family.TEXT),
            Map.entry("clob", Family.TEXT),
            Map.entry("character large object", Family.TEXT),
            Map.entry("blob", Family.BINARY),
            Map.entry("tinyblob", Family.BINARY),
            Map.entry("mediumblob", Family.BINARY),
            Map.entry("longblob", Family.BINARY),
            Map.entry("bytea", Family.BINARY),
            Map.entry("binary", Family.BINARY),
            Map.entry("varbinary", Family.BINARY),
            Map.entry("binary varying", Family.BINARY),
            Map.entry("binary large object", Family.BINARY),
            Map.entry("bool", Family.BOOLEAN),
            Map.entry("boolean", Family.BOOLEAN),
            Map.entry("date", Family.DATE),
            Map.entry("time", Family.TIME),
            Map.entry("time without time zone", Family.TIME),
            Map.entry("time with time zone", Family.TIME),
            Map.entry("timetz", Family.TIME),
            Map.entry("datetime", Family.TIMESTAMP),
            Map.entry("timestamp", Family.TIMESTAMP),
            Map.entry("timestamp without time zone", Family.TIMESTAMP),
            Map.entry("timestamp with time zone", Family.TIMESTAMP_ZONED),
            Map.entry("timestamptz", Family.TIMESTAMP_ZONED),
            Map.entry("interval", Family.INTERVAL),
            Map.entry("uuid", Family.UUID),
            Map.entry("json", Family.JSON),
            Map.entry("jsonb", Family.JSON));

    private TypeText() {}

    /** Its name in lower case, without what stands in parentheses. */
    private static String name(String declared) {
        return ARGUMENTS
                .matcher(declared.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** Empty where the name says nothing that every product knows. */
    public static Optional<LogicalType> known(String declared) {
        return Optional.ofNullable(FAMILIES.get(name(declared))).map(family -> of(family, declared));
    }

    /** A type of this family with the numbers that are declared. */
    public static LogicalType of(Family family, String declared) {
        Matcher arguments = ARGUMENTS.matcher(declared);
        String lower = declared.toLowerCase(Locale.ROOT).strip();
        if (!arguments.find()) {
            return LogicalType.of(family, lower);
        }
        Integer first = Integer.valueOf(arguments.group(1));
        Integer second = arguments.group(2) == null ? null : Integer.valueOf(arguments.group(2));
        return switch (family) {
            case TEXT, BINARY -> new LogicalType(family, first, null, null, lower);
            case DECIMAL -> new LogicalType(family, null, first, second == null ? Integer.valueOf(0) : second, lower);
            case TIME, TIMESTAMP, TIMESTAMP_ZONED, INTERVAL -> new LogicalType(family, null, first, null, lower);
            default -> LogicalType.of(family, lower);
        };
    }
}
