package dev.stairway.data.profile;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a table is filled.
 *
 * @param rows as estimated by the database or counted
 * @param columns by name; those that nothing is known of are left out
 */
@JsonPropertyOrder({"rows", "columns"})
public record TableProfile(long rows, SortedMap<String, ColumnProfile> columns) {

    /** Nothing is known. */
    public static final TableProfile NONE = new TableProfile(0, new TreeMap<>());

    public TableProfile {
        columns = columns == null ? new TreeMap<>() : Collections.unmodifiableSortedMap(new TreeMap<>(columns));
    }

    /** What is known of a column, whose name counts without case where that leaves one. */
    public Optional<ColumnProfile> column(String name) {
        ColumnProfile exact = columns.get(name);
        return exact != null
                ? Optional.of(exact)
                : columns.entrySet().stream()
                        .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                        .map(java.util.Map.Entry::getValue)
                        .findFirst();
    }

    TableProfile rowsAtMost(long most) {
        return new TableProfile(Math.min(rows, most), new TreeMap<>());
    }
}
