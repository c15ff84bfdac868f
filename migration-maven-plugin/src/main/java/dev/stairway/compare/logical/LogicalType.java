package dev.stairway.compare.logical;

import java.util.List;

/**
 * A type by what it means, not by what a product calls it.
 *
 * @param length of text in characters, of binary in bytes; null without a limit
 * @param precision digits of a decimal, or of fractions of a second; null where none is declared
 * @param scale digits after the point; null where none is declared
 * @param declared as the product writes it, in lower case; empty where SQLite was told none
 * @param values all that an enum has, where they are known; empty for every other type
 */
public record LogicalType(
        Family family, Integer length, Integer precision, Integer scale, String declared, List<String> values) {

    public LogicalType {
        values = List.copyOf(values);
    }

    /** Any type but an enum. */
    public LogicalType(Family family, Integer length, Integer precision, Integer scale, String declared) {
        this(family, length, precision, scale, declared, List.of());
    }

    /** Kinds of values. */
    public enum Family {
        SMALLINT,
        INTEGER,
        BIGINT,
        DECIMAL,
        REAL,
        DOUBLE,
        TEXT,
        BINARY,
        BOOLEAN,
        DATE,
        TIME,
        TIMESTAMP,
        TIMESTAMP_ZONED,
        INTERVAL,
        UUID,
        JSON,
        ENUM,
        ARRAY,
        OTHER
    }

    /** One without length, precision and scale. */
    public static LogicalType of(Family family, String declared) {
        return new LogicalType(family, null, null, null, declared);
    }
}
