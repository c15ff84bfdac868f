package dev.stairway.engine;

/**
 * A migration that the history in the database has.
 *
 * @param migration its id; what the history calls it where the changelog does not have it
 * @param at when it ran, as the history says; empty where it does not
 * @param known false where the changelog does not have it
 */
public record Applied(String migration, String at, boolean known) {}
