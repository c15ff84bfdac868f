package dev.stairway.fingerprint;

/**
 * Before and after of one part of a fingerprint.
 *
 * @param before null when it did not exist
 * @param after null when it no longer exists
 */
public record Change<T>(T before, T after) {}
