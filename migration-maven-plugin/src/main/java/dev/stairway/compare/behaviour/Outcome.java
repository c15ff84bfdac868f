package dev.stairway.compare.behaviour;

/**
 * What one database did with a probe.
 *
 * @param accepted false when it refused
 * @param stored what was there afterwards, as text that is the same for the same value in every product; null where nothing
 *     was, and after a refusal
 * @param error first line of what the database said; empty when it accepted
 */
public record Outcome(boolean accepted, String stored, String error) {}
