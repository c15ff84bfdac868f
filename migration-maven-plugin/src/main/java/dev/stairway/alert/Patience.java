package dev.stairway.alert;

import java.time.Duration;

/**
 * How hard somebody tries.
 *
 * @param attempts at most
 * @param each longest time for one of them
 * @param all longest time for all of them, pauses included
 * @param pause before the second one; doubled before each further one
 */
public record Patience(int attempts, Duration each, Duration all, Duration pause) {

    /** A build waits no longer for its messengers. */
    public static final Patience USUAL =
            new Patience(4, Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofMillis(500));
}
