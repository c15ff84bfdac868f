package dev.stairway.perf.advice;

/**
 * From where on advice is given.
 *
 * @param maxLockMillis from here on a lock counts on however small a table; 0 for no such limit
 * @param fewRows a table with fewer rows is dealt with before anybody notices
 */
public record AdviceLimits(long maxLockMillis, long fewRows) {

    /** What fewer rows take is lost in the noise. */
    public static final AdviceLimits DEFAULT = new AdviceLimits(5_000, 1_000);

    /** The same with another limit. */
    public AdviceLimits withMaxLockMillis(long millis) {
        return new AdviceLimits(millis, fewRows);
    }
}
