package dev.stairway.safety;

import java.util.List;

/**
 * What one run says of one proof.
 *
 * @param proves true when it shows what was predicted, false when it would have shown it and did not
 * @param seen what it was, for people
 */
record Sighting(boolean proves, List<String> seen) {

    Sighting {
        seen = List.copyOf(seen);
    }

    static Sighting of(boolean proves, String seen) {
        return new Sighting(proves, List.of(seen));
    }
}
