package dev.stairway.baseline;

/**
 * How much slower is a regression. Both must be exceeded: a ratio alone flaps on migrations of a millisecond.
 *
 * @param ratio current / previous, above 1
 * @param minimumMillis least difference that counts
 */
public record Tolerance(double ratio, double minimumMillis) {

    boolean regressed(double previous, double current) {
        return current > previous * ratio && current - previous > minimumMillis;
    }

    boolean improved(double previous, double current) {
        return regressed(current, previous);
    }
}
