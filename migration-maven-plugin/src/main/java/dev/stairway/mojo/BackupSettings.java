package dev.stairway.mojo;

import dev.stairway.backup.DrillLimits;
import dev.stairway.backup.DrillOptions;
import dev.stairway.matrix.Scenario;
import dev.stairway.problem.ProblemException;
import dev.stairway.suite.SuiteOptions;
import java.nio.file.Path;
import java.util.List;

/** Settings of the goal {@code backup-test} whose type lets more in than they mean. */
final class BackupSettings {

    private static final int MOST_ROWS = 100_000_000;

    private BackupSettings() {}

    /**
     * @param migrations patterns; null for the last ones
     * @param limits one number, or one per product
     * @param output of the goal
     */
    static DrillOptions options(
            SuiteOptions options, int last, List<String> migrations, List<String> limits, Path output) {
        return new DrillOptions(
                last(last),
                CheckedSettings.words(migrations),
                options.walk().exclusions().stream()
                        .map(left -> new DrillOptions.Exclusion(left.migration(), left.reason()))
                        .toList(),
                options.walk().seed(),
                new DrillLimits(LimitSettings.millis("maxRestoreMillis", limits)),
                output.resolve("backups"));
    }

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
