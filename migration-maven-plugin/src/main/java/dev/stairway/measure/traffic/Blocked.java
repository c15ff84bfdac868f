package dev.stairway.measure.traffic;

/**
 * A call that took long.
 *
 * @param atMillis when it was due, since the step began
 * @param millis until it was answered
 */
public record Blocked(double atMillis, double millis) {}
