package dev.stairway.compare.logical;

import java.util.List;

/**
 * Columns whose values together occur once.
 *
 * @param name of the constraint in lower case; empty where the product keeps none
 * @param columns in order, in lower case
 */
public record LogicalKey(String name, List<String> columns) {
    public LogicalKey {
        columns = List.copyOf(columns);
    }
}
