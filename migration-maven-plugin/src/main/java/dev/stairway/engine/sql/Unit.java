package dev.stairway.engine.sql;

import dev.stairway.engine.Migration;
import java.util.Optional;

/**
 * A migration with what it runs.
 *
 * @param version as the history of the tool keeps it
 * @param down empty when there is no way back
 */
record Unit(Migration migration, String version, Part up, Optional<Part> down) {}
