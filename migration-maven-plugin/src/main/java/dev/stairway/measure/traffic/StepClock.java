package dev.stairway.measure.traffic;

/** Knows when the step began and ended. */
final class StepClock {

    static final long NOT_YET = Long.MIN_VALUE;

    private volatile long begin = NOT_YET;
    private volatile long end = Long.MAX_VALUE;

    void begins(long nanos) {
        begin = nanos;
    }

    void ends(long nanos) {
        end = nanos;
    }

    boolean hasBegun() {
        return begin != NOT_YET;
    }

    boolean hasEnded() {
        return end != Long.MAX_VALUE;
    }

    long begin() {
        return begin;
    }

    long end() {
        return end;
    }
}
