package dev.stairway.compare.logical;

import java.util.List;

/**
 * An index that was made by a statement of its own, or by a unique key that the product keeps only as an index.
 *
 * @param name in lower case
 * @param parts columns in lower case, or normalised expressions, in order
 * @param where normalised condition of a partial index; null for one of all rows
 */
public record LogicalIndex(String name, List<String> parts, boolean unique, String where) {
    public LogicalIndex {
        parts = List.copyOf(parts);
    }
}
