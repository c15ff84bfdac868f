package dev.stairway.integrity;

/** What can be wrong with rows although the schema forbids it. */
public enum Kind {
    /** Rows whose foreign key points nowhere. */
    ORPHANED_ROWS,
    /** Rows that share a key that must be unique. */
    DUPLICATE_KEYS,
    /** Keys that a counter has yet to give out. */
    SEQUENCE_BEHIND,
    /** Keys of deleted rows that a counter gives out again. */
    KEYS_REUSED,
    /** Rows that break a check. */
    CHECK_VIOLATED,
    /** Rows without a value in a column that must have one. */
    NOT_NULL_VIOLATED,
    /** Values of another type than the table allows. */
    TYPE_VIOLATED,
    /** A foreign key that no row can be held to, which makes writing fail. */
    FOREIGN_KEY_UNUSABLE,
    /** Table and index disagree, or the file is damaged. */
    STORAGE_DAMAGED
}
