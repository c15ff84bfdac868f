package dev.stairway.measure.lock;

/**
 * How soon and how often to look while a statement runs.
 *
 * @param firstNanos before the first look; nanoseconds
 * @param nextNanos between two looks; nanoseconds
 */
record LockPace(long firstNanos, long nextNanos) {

    /** For waits only: the statement's own transaction is asked for the locks, and most statements end before the first. */
    static final LockPace WAITS = new LockPace(4_000_000, 4_000_000);

    /** For all there is to be seen. */
    static final LockPace LOCKS = new LockPace(0, 1_000_000);
}
