package dev.stairway.baseline;

/**
 * What counts as a regression.
 *
 * @param workPercent growth of counted work beyond which it is one
 * @param timePercent the same of times; both this and the next must be exceeded, and chance must be excluded
 * @param timeMillis least difference of times that counts
 * @param failOn what fails the build
 */
public record Thresholds(double workPercent, double timePercent, double timeMillis, FailOn failOn) {

    /** Which regressions fail the build. */
    public enum FailOn {
        /** None: they are reported. */
        NONE,
        /** Counted work, which does not vary with the machine. */
        WORK,
        /** Times as well. */
        ALL
    }

    /** More probable differences are put down to chance. Five against five samples reach 0.0079 when none overlap. */
    static final double ALPHA = 0.01;

    public static final Thresholds DEFAULT = new Thresholds(10, 25, 20, FailOn.WORK);

    double workRatio() {
        return 1 + workPercent / 100;
    }

    double timeRatio() {
        return 1 + timePercent / 100;
    }
}
