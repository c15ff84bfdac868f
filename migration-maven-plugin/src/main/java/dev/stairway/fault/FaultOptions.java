package dev.stairway.fault;

import java.time.Duration;
import java.util.List;

/**
 * Which faults are tried, and for how long.
 *
 * @param last how many migrations, counted from the last one; without meaning when {@code migrations} names some
 * @param migrations patterns of ids, {@code *} stands for anything; empty for the last ones
 * @param excluded patterns of migrations that are recorded as ran and never run
 * @param faults none other are tried
 * @param seed of the generated rows
 * @param limitMillis within which a migration that meets a fault has to end
 */
public record FaultOptions(
        int last, List<String> migrations, List<String> excluded, List<Fault> faults, long seed, long limitMillis) {

    /** Longer than any timeout that the drill itself sets. */
    public static final long USUAL_LIMIT_MILLIS = 30_000;

    public FaultOptions {
        migrations = List.copyOf(migrations);
        excluded = List.copyOf(excluded);
        faults = List.copyOf(faults);
    }

    Duration limit() {
        return Duration.ofMillis(limitMillis);
    }
}
