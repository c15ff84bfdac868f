package dev.stairway.compare.cross;

import dev.stairway.run.WalkOptions.Exclusion;
import java.util.List;

/**
 * How databases are compared.
 *
 * @param seed of generated rows and probes
 * @param exclusions migrations that are left out everywhere
 * @param accepted differences that the user lives with
 * @param probes true to find out what the databases do with the same rows at the end
 */
public record CrossOptions(long seed, List<Exclusion> exclusions, List<Accepted> accepted, boolean probes) {

    public CrossOptions {
        exclusions = List.copyOf(exclusions);
        accepted = List.copyOf(accepted);
    }

    /**
     * A difference that the user lives with.
     *
     * @param difference pattern of what differs, {@code customer.name}, or of that and in what, {@code customer.name default};
     *     {@code *} stands for anything
     * @param reason shown in the report; never empty
     */
    public record Accepted(String difference, String reason) {}
}
