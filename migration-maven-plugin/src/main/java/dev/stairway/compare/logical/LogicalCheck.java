package dev.stairway.compare.logical;

/**
 * A condition that every row meets.
 *
 * @param name of the constraint in lower case; empty where the product keeps none
 * @param text normalised, so that the same condition reads the same in every product as far as that can be told
 * @param written as the product gives it
 */
public record LogicalCheck(String name, String text, String written) {}
