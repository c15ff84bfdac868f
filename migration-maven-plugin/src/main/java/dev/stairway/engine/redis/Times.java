package dev.stairway.engine.redis;

import java.time.Duration;

/** Durations for people. */
final class Times {

    private Times() {}

    /** {@code 250 ms} or {@code 10 s}. */
    static String text(Duration duration) {
        long millis = duration.toMillis();
        return millis >= 1000 && millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }
}
