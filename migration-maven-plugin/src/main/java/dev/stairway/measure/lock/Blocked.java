package dev.stairway.measure.lock;

/** Who has to wait for a lock. */
public enum Blocked {
    /** Whoever only reads. */
    READS,
    /** Whoever inserts, updates or deletes rows. */
    WRITES,
    /** Whoever changes the schema. */
    DDL
}
