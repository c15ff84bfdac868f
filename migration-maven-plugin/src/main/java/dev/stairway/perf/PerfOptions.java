package dev.stairway.perf;

import java.util.List;

/**
 * How cells are measured.
 *
 * @param warmUps passes of which no time is kept; at least 1, since they find out which ways back there are
 * @param repetitions measured passes, at least 1
 * @param forecastRows rows per table in production; 0 where none are named
 * @param seed of the generated rows
 * @param exclusions migrations that are left out
 * @param limits what must not take longer
 */
public record PerfOptions(
        int warmUps, int repetitions, long forecastRows, long seed, List<Exclusion> exclusions, PerfLimits limits) {

    public PerfOptions {
        exclusions = List.copyOf(exclusions);
    }

    /**
     * A migration left out: recorded as ran.
     *
     * @param migration pattern of its id; {@code *} stands for anything
     */
    public record Exclusion(String migration, String reason) {}
}
