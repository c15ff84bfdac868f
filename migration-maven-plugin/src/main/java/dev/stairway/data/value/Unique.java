package dev.stairway.data.value;

/**
 * Makes cells of which no two are equal.
 *
 * @param room how many there are, counted from ordinal 0
 */
public record Unique(CellMaker maker, long room) {}
