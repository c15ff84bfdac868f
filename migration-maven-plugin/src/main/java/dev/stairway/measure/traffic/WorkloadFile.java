package dev.stairway.measure.traffic;

/**
 * Statements of the user's application, for one client.
 *
 * @param name as reports call it, for example {@code checkout.sql}
 * @param text SQL; all of it is one transaction, which is taken back in the end, so that it can be repeated
 */
public record WorkloadFile(String name, String text) {}
