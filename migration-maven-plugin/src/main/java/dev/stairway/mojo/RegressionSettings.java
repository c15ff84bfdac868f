package dev.stairway.mojo;

import dev.stairway.baseline.Thresholds.FailOn;
import dev.stairway.problem.ProblemException;
import java.util.Locale;

/** Settings of the comparison with the performance baseline whose type lets more in than they mean. */
final class RegressionSettings {

    private static final double MOST = 10_000;

    private RegressionSettings() {}

    /** A share of nothing would call a figure that has not changed a regression. */
    static double percent(String name, double percent) {
        if (!(percent > 0 && percent <= MOST)) {
            throw CheckedSettings.refused(
                    name, Double.toString(percent), "Use more than 0, for example 10 for a tenth");
        }
        return percent;
    }

    static double millis(double millis) {
        if (!(millis >= 0 && millis < Double.POSITIVE_INFINITY)) {
            throw CheckedSettings.refused(
                    "regressionMinimumMillis", Double.toString(millis), "Use milliseconds, for example 20");
        }
        return millis;
    }

    /** @param update true when the user accepts what was measured */
    static FailOn failOn(String word, boolean update) {
        try {
            FailOn failOn = FailOn.valueOf(word.strip().toUpperCase(Locale.ROOT));
            return update ? FailOn.NONE : failOn;
        } catch (IllegalArgumentException e) {
            throw ProblemException.setup(
                    "<failOnRegression> is " + word,
                    "<failOnRegression> (-Dmigration.failOnRegression)",
                    "",
                    "Use WORK (counted work fails the build), ALL (times as well) or NONE",
                    e);
        }
    }
}
