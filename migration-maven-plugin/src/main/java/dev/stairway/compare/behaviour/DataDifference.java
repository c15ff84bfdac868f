package dev.stairway.compare.behaviour;

import java.util.List;

/**
 * Rows that are not the same everywhere after a migration, though they were before it.
 *
 * @param table plain name in lower case
 * @param column in lower case; empty when it is about rows
 * @param what one sentence without full stop
 * @param sides at least two
 * @param reason why it is so, where that is known; empty otherwise
 * @param explained true when it is a known trait of a product that nobody can migrate away
 */
public record DataDifference(
        String table, String column, String what, List<Side> sides, String reason, boolean explained) {
    public DataDifference {
        sides = List.copyOf(sides);
    }
}
