package dev.stairway.mojo;

import dev.stairway.matrix.Scenario;
import dev.stairway.problem.ProblemException;

/** Settings of the goal {@code crash-test} whose type lets more in than they mean. */
final class CrashSettings {

    private static final int MOST_ROWS = 100_000_000;
    private static final int MOST_INSIDE = 1000;

    private CrashSettings() {}

    static int atLeast(String name, int value, int least) {
        if (value < least) {
            throw refused(name, value, "Use " + least + " or more; -Dmigration.crashTest.skip kills nothing at all");
        }
        return value;
    }

    static int inside(int moments) {
        if (moments < 0 || moments > MOST_INSIDE) {
            throw refused("killsInside", moments, "Use 0 to " + MOST_INSIDE + ", for example 2");
        }
        return moments;
    }

    /** Nothing is written beside a kill, so there are no rows of a new release. */
    static Scenario scenario(int rows) {
        if (rows < 0 || rows > MOST_ROWS) {
            throw refused("rows", rows, "Use 0 to " + MOST_ROWS + ", for example 20");
        }
        return new Scenario(rows == 0 ? "empty" : "sample", rows, 0);
    }

    private static ProblemException refused(String name, int value, String next) {
        return ProblemException.setup(
                "<" + name + "> is " + value, "<" + name + "> (-Dmigration.crashTest." + name + ")", "", next, null);
    }
}
