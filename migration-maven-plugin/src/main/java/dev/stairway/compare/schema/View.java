package dev.stairway.compare.schema;

import dev.stairway.compare.logical.LogicalColumn;
import dev.stairway.compare.logical.LogicalTable;
import dev.stairway.compare.logical.LogicalType.Family;
import java.util.Optional;

/**
 * How one database sees what differs.
 *
 * @param says what it has there
 */
public record View(Seen seen, Item item, String says) {

    /** Lower-case name of the product. */
    public String product() {
        return seen.database().product();
    }

    public boolean is(String product) {
        return product().equals(product);
    }

    public Optional<LogicalTable> table() {
        return Optional.ofNullable(seen.schema().tables().get(item.table()));
    }

    /** The column that it is about; empty where it is about something else or has none. */
    public Optional<LogicalColumn> column() {
        return item.part() == Part.COLUMN ? table().flatMap(table -> table.column(item.label())) : Optional.empty();
    }

    /** Family of the column's type; null where there is no such column. */
    public Family family() {
        return column().map(column -> column.type().family()).orElse(null);
    }
}
