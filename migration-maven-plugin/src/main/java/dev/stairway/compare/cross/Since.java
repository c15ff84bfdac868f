package dev.stairway.compare.cross;

import dev.stairway.engine.Migration;

/**
 * A difference and the first migration after which it was there for good.
 *
 * @param migration null where it was there before any
 */
public record Since<T>(T difference, Migration migration) {}
