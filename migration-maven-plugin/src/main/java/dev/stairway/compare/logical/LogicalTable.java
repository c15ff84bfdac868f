package dev.stairway.compare.logical;

import java.util.List;
import java.util.Optional;

/**
 * A table.
 *
 * @param name plain, in lower case
 * @param columns in order
 * @param primaryKey null where it has none
 * @param uniqueKeys constraints; unique indexes are indexes
 */
public record LogicalTable(
        String name,
        List<LogicalColumn> columns,
        LogicalKey primaryKey,
        List<LogicalKey> uniqueKeys,
        List<LogicalForeignKey> foreignKeys,
        List<LogicalCheck> checks,
        List<LogicalIndex> indexes) {

    public LogicalTable {
        columns = List.copyOf(columns);
        uniqueKeys = List.copyOf(uniqueKeys);
        foreignKeys = List.copyOf(foreignKeys);
        checks = List.copyOf(checks);
        indexes = List.copyOf(indexes);
    }

    /** @param column in lower case */
    public Optional<LogicalColumn> column(String column) {
        return columns.stream().filter(each -> each.name().equals(column)).findFirst();
    }
}
