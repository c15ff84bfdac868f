package dev.stairway.data.model;

import java.util.List;

/**
 * A reference to rows of a table.
 *
 * @param parent qualified name
 * @param full MATCH FULL: all of its columns are NULL or none
 * @param deferrable may be checked as late as at commit
 */
public record ForeignKey(
        String name,
        List<String> columns,
        String parent,
        List<String> parentColumns,
        boolean full,
        boolean deferrable) {

    public ForeignKey {
        columns = List.copyOf(columns);
        parentColumns = List.copyOf(parentColumns);
    }
}
