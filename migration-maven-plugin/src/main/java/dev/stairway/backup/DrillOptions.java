package dev.stairway.backup;

import dev.stairway.engine.Migration;
import dev.stairway.finding.IdPattern;
import java.nio.file.Path;
import java.util.List;

/**
 * How backups are tried.
 *
 * @param last before how many migrations, counted from the last one; without meaning when {@code migrations} names some
 * @param migrations patterns of ids, {@code *} stands for anything; empty for the last ones
 * @param exclusions migrations that are left out: they are recorded as ran
 * @param seed of the generated rows and of the damages
 * @param limits what must not take longer
 * @param directory where the backups go, for as long as they are tried; of theirs alone
 */
public record DrillOptions(
        int last, List<String> migrations, List<Exclusion> exclusions, long seed, DrillLimits limits, Path directory) {

    /** So many that the releases which anybody would go back to are among them. */
    public static final int USUAL = 5;

    public DrillOptions {
        migrations = List.copyOf(migrations);
        exclusions = List.copyOf(exclusions);
    }

    boolean leavesOut(Migration migration) {
        return exclusions.stream()
                .anyMatch(one -> IdPattern.of(one.migration()).matches(migration.id(), migration.name()));
    }

    /**
     * A migration left out.
     *
     * @param migration pattern of its id; {@code *} stands for anything
     */
    public record Exclusion(String migration, String reason) {}
}
