package dev.stairway.compare.logical;

import java.util.List;

/**
 * A reference to rows of a table.
 *
 * @param name of the constraint in lower case; empty where the product keeps none
 * @param parent plain name in lower case
 * @param parentColumns in the order of the columns, also where the primary key was meant without naming it
 * @param onDelete {@code NO ACTION}, {@code RESTRICT}, {@code CASCADE}, {@code SET NULL} or {@code SET DEFAULT}
 * @param onUpdate the same
 * @param deferrable may be checked as late as at commit
 */
public record LogicalForeignKey(
        String name,
        List<String> columns,
        String parent,
        List<String> parentColumns,
        String onDelete,
        String onUpdate,
        boolean deferrable) {

    public LogicalForeignKey {
        columns = List.copyOf(columns);
        parentColumns = List.copyOf(parentColumns);
    }
}
