package dev.stairway.data.model;

import java.util.List;

/**
 * Columns whose values together occur once.
 *
 * @param nullsEqual two NULLs count as equal
 */
public record UniqueKey(String name, List<String> columns, boolean nullsEqual) {

    public UniqueKey {
        columns = List.copyOf(columns);
    }
}
