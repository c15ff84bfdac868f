package dev.stairway.data.value;

/** The types that values can be made for, under names that belong to no database. */
public enum Base {
    INT16,
    INT32,
    INT64,
    UNSIGNED32,
    DECIMAL,
    MONEY,
    FLOAT32,
    FLOAT64,
    BOOLEAN,
    /** A boolean that is stored as 0 or 1. */
    BOOLEAN_NUMBER,
    TEXT,
    NAME,
    SINGLE_BYTE_CHAR,
    BYTES,
    UUID,
    DATE,
    TIME,
    TIME_ZONED,
    TIMESTAMP,
    TIMESTAMP_ZONED,
    INTERVAL,
    JSON,
    XML,
    ENUM,
    BIT,
    VARBIT,
    INET,
    CIDR,
    MACADDR,
    MACADDR8,
    POINT,
    LINE,
    LSEG,
    BOX,
    PATH,
    POLYGON,
    CIRCLE,
    TSVECTOR,
    TSQUERY,
    HSTORE,
    LTREE,
    /** One of {@link ValueType#labels()}, for types that only need any valid value. */
    SAMPLE,
    RANGE,
    MULTIRANGE,
    ARRAY,
    COMPOSITE,
    UNKNOWN;

    public boolean isInteger() {
        return this == INT16 || this == INT32 || this == INT64 || this == UNSIGNED32;
    }

    public boolean isNumber() {
        return isInteger() || this == DECIMAL || this == MONEY || this == FLOAT32 || this == FLOAT64;
    }

    public boolean isText() {
        return this == TEXT || this == NAME;
    }

    public boolean isTemporal() {
        return this == DATE || this == TIMESTAMP || this == TIMESTAMP_ZONED || this == TIME || this == TIME_ZONED;
    }
}
