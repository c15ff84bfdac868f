package dev.stairway.suite;

import java.util.Optional;

/** When the next line about something long is due, and how long it will take still. One per thing; not for several threads. */
final class Pace {

    /** No more than one line in this time, and none about what takes less. */
    static final long QUIET_NANOS = 5_000_000_000L;

    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTES_FROM = 120;

    private long start;
    private long last;
    private long atStart;
    private long done = Long.MAX_VALUE;

    /**
     * Notes how far it is.
     *
     * @param now a clock's nanoseconds
     * @param soFar done of {@code all}; less than the last time means that something else has begun
     * @return for people, when a line is due: {@code about 41 s left}
     */
    Optional<String> at(long now, long soFar, long all) {
        if (soFar < done) {
            start = now;
            last = now;
            atStart = soFar;
        }
        done = soFar;
        if (now - last < QUIET_NANOS) {
            return Optional.empty();
        }
        last = now;
        return Optional.of(left(now, all));
    }

    private String left(long now, long all) {
        double perUnit = (double) (now - start) / Math.max(1, done - atStart);
        long seconds = Math.round(perUnit * Math.max(0, all - done) / SECOND);
        return seconds <= MINUTES_FROM ? "about " + seconds + " s left" : "about " + (seconds + 30) / 60 + " min left";
    }
}
