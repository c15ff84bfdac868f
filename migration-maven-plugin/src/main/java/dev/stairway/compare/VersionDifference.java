package dev.stairway.compare;

import dev.stairway.engine.Migration;
import java.util.List;

/**
 * A migration that does not behave the same on all versions.
 *
 * @param outcomes of every version on which the walk came to it, oldest first
 */
public record VersionDifference(Migration migration, List<VersionOutcome> outcomes) {
    public VersionDifference {
        outcomes = List.copyOf(outcomes);
    }

    /** True when the versions that are not left out agree: a project may keep a migration away from a version. */
    public boolean onlyLeftOut() {
        List<VersionOutcome> played =
                outcomes.stream().filter(outcome -> !outcome.leftOut()).toList();
        return played.stream().allMatch(outcome -> outcome.same(played.get(0)));
    }
}
