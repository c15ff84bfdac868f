package dev.stairway.database.generic.facts;

import java.util.List;

/**
 * An index.
 *
 * @param parts in order
 * @param filter condition of a partial index; empty for none
 */
public record IndexFacts(String name, boolean unique, List<Part> parts, String filter) {

    public IndexFacts {
        parts = List.copyOf(parts);
    }

    /**
     * A column of an index.
     *
     * @param column name or expression
     * @param descending true for the largest first
     */
    public record Part(String column, boolean descending) {}

    /** Names of its columns, in order. */
    public List<String> columns() {
        return parts.stream().map(Part::column).toList();
    }
}
