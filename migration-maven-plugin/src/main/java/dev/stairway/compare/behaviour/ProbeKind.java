package dev.stairway.compare.behaviour;

import java.util.Locale;

/** What a probe tries. */
public enum ProbeKind {
    NULL_INTO_NOT_NULL,
    /** NULL twice in a unique key. */
    UNIQUE_NULLS,
    DUPLICATE_KEY,
    MISSING_PARENT,
    /** A missing parent over a connection that was not asked to look for it. */
    UNASKED_REFERENCE,
    ON_DELETE,
    ON_UPDATE,
    TOO_LONG_TEXT,
    TRAILING_BLANKS,
    NUMBER_OUT_OF_RANGE,
    /** A text among numbers, a fraction among whole ones. */
    WRONG_TYPE,
    CASE_OF_UNIQUE,
    ORDER_OF_TEXT,
    /** Where NULL comes in ORDER BY. */
    NULL_ORDER,
    /** What LIKE finds. */
    LIKE,
    BOOLEAN,
    DATE,
    DECIMAL,
    EMPTY_STRING,
    /** A column that the row says nothing about. */
    DEFAULT_VALUE,
    GENERATED_VALUE,
    CHECK,
    CONCURRENT_WRITE;

    /** As documents say it: {@code null-into-not-null}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
