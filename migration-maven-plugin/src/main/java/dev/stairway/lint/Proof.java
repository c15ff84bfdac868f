package dev.stairway.lint;

/** What a run sees of a migration that proves a prediction. */
public enum Proof {
    /** A lock of the object kept readers away. */
    BLOCKS_READS,
    /** A lock of the object kept writers away. */
    BLOCKS_WRITES,
    /** The table was written anew. */
    REWRITES,
    /** The migration failed. */
    FAILS,
    /** The migration failed on tables that hold rows, and only on them. */
    FAILS_ON_ROWS,
    /** Rows or values that were there are gone. */
    LOSES_DATA,
    /** The way back failed, did nothing or left another state. */
    ROLLBACK_BROKEN,
    /** Played again, it failed or gave another state. */
    REPEAT_DIFFERS,
    /** A query of the application failed or became dearer. */
    QUERY_SUFFERS,
    /** Databases or versions behaved in different ways. */
    DATABASES_DIFFER
}
