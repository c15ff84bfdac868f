package dev.stairway.fork;

import dev.stairway.crash.KillPoint;

/**
 * What a runner is to do.
 *
 * @param migration id of the one to apply; null for all that are pending
 * @param point where to say that it has come so far; null for nowhere
 */
record RunnerOrder(String migration, KillPoint point) {}
