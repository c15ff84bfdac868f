package dev.stairway.compare.cross;

import dev.stairway.compare.behaviour.Side;
import dev.stairway.engine.Migration;
import java.util.List;

/**
 * A migration that fails on some databases.
 *
 * @param sides those on which it is applied first; one side where it fails on all, each with what the server said
 * @param everywhere true when it fails on all
 */
public record Split(Migration migration, List<Side> sides, boolean everywhere) {
    public Split {
        sides = List.copyOf(sides);
    }
}
