package dev.stairway.mojo;

import dev.stairway.matrix.Scenario;
import dev.stairway.problem.ProblemException;

/** Settings of the goal {@code backup-test} whose type lets more in than they mean. */
final class BackupSettings {

    private static final int MOST_ROWS = 100_000_000;

    private BackupSettings() {}

    static int last(int migrations) {
        if (migrations < 1) {
            throw refused("last", migrations, "Use 1 or more; -Dmigration.backupTest.skip tries no backup at all");
        }
        return migrations;
    }

    /** Nothing is written beside a backup, so there are no rows of a new release. */
    static Scenario scenario(int rows) {
        if (rows < 0 || rows > MOST_ROWS) {
            throw refused("rows", rows, "Use 0 to " + MOST_ROWS + ", for example 10000");
        }
        return new Scenario(rows == 0 ? "empty" : "sample", rows, 0);
    }

    private static ProblemException refused(String name, int value, String next) {
        return ProblemException.setup(
                "<" + name + "> is " + value, "<" + name + "> (-Dmigration.backupTest." + name + ")", "", next, null);
    }
}
