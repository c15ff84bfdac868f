package dev.stairway.compare.logical;

/**
 * A type by what it means, not by what a product calls it.
 *
 * @param length of text in characters, of binary in bytes; null without a limit
 * @param precision digits of a decimal, or of fractions of a second; null where none is declared
 * @param scale digits after the point; null where none is declared
 * @param declared as the product writes it, in lower case; empty where SQLite was told none
 */
public record LogicalType(Family family, Integer length, Integer precision, Integer scale, String declared) {

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
