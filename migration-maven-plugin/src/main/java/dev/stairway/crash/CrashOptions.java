package dev.stairway.crash;

import java.util.List;

/**
 * What is killed, and when.
 *
 * @param last how many migrations, counted from the last one; without meaning when {@code migrations} names some
 * @param migrations patterns of ids, {@code *} stands for anything; empty for the last ones
 * @param excluded patterns of migrations that are recorded as ran and never run
 * @param seed of the generated rows and of the moments
 * @param boundaries most moments between the statements of one migration, at least 2; what is more is left out at random
 * @param inside moments inside statements, of each migration and each victim
 * @param twoRunners true to have two runners apply the changelog at once
 */
public record CrashOptions(
        int last,
        List<String> migrations,
        List<String> excluded,
        long seed,
        int boundaries,
        int inside,
        boolean twoRunners) {

    /** So many that a release is among them. */
    public static final int USUAL = 5;

    /** So many that most migrations are killed at every statement. */
    public static final int USUAL_BOUNDARIES = 20;

    public CrashOptions {
        migrations = List.copyOf(migrations);
        excluded = List.copyOf(excluded);
    }
}
