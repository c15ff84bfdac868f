package dev.stairway.measure.lock;

import java.util.List;

/** A lock on a relation while it is being watched; moments are {@link System#nanoTime()}. */
final class LockSpan {

    /** For locks on single rows: https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-ROWS. */
    static final String ROWS = "row-level lock";

    private final PostgresRelation relation;
    /** Null for a lock on single rows. */
    private final PostgresMode mode;

    private final long rows;
    private final long start;
    private long end;
    private double waitedMillis;

    private LockSpan(PostgresRelation relation, PostgresMode mode, long rows, long start) {
        this.relation = relation;
        this.mode = mode;
        this.rows = rows;
        this.start = start;
        this.end = start;
    }

    static LockSpan of(PostgresRelation relation, PostgresMode mode, long start) {
        return new LockSpan(relation, mode, 0, start);
    }

    /** @param rows that were updated or deleted */
    static LockSpan ofRows(PostgresRelation relation, long rows, long start) {
        return new LockSpan(relation, null, rows, start);
    }

    void end(long moment) {
        end = moment;
    }

    void waited(double millis) {
        waitedMillis = millis;
    }

    PostgresRelation relation() {
        return relation;
    }

    /** How strong, among all. */
    int strength() {
        return mode == null ? PostgresMode.ROW_EXCLUSIVE.ordinal() : mode.ordinal();
    }

    boolean is(PostgresMode other) {
        return mode == other;
    }

    /** True when clients feel it by itself, whatever relation it is. */
    boolean felt() {
        return relation.named() || mode != null && mode.felt();
    }

    RelationLock lock() {
        return new RelationLock(
                relation.name(),
                mode == null ? ROWS : mode.label(),
                (end - start) / 1e6,
                waitedMillis,
                mode == null ? List.of(Blocked.WRITES) : mode.blocks(),
                rows);
    }
}
