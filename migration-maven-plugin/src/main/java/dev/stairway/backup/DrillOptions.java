package dev.stairway.backup;

import java.nio.file.Path;
import java.util.List;

/**
 * How backups are tried.
 *
 * @param last before how many migrations, counted from the last one; without meaning when {@code migrations} names some
 * @param migrations patterns of ids, {@code *} stands for anything; empty for the last ones
 * @param seed of the generated rows and of the damages
 * @param limits what must not take longer
 * @param directory where the backups go, for as long as they are tried
 */
public record DrillOptions(int last, List<String> migrations, long seed, DrillLimits limits, Path directory) {

    /** So many that the releases which anybody would go back to are among them. */
    public static final int USUAL = 5;

    public DrillOptions {
        migrations = List.copyOf(migrations);
    }
}
