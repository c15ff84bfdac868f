package dev.stairway.alert;

/**
 * What became of a message.
 *
 * @param what for people: the answer, or why there was none; empty when it was delivered
 */
public record Delivery(boolean delivered, int attempts, String what) {}
