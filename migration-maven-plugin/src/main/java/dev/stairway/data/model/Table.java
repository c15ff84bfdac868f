package dev.stairway.data.model;

import dev.stairway.data.check.Check;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table as far as rows are concerned.
 *
 * @param name qualified, unquoted
 * @param plainName without schema
 * @param sqlName quoted and qualified
 * @param slots columns whose ranges must not overlap, because of an exclusion constraint
 * @param partitions one condition per partition, of which a row has to meet one; empty when not partitioned
 * @param locator expression that names a stored row for an update; empty where there is none
 * @param obstacle why no row can be stored at all; empty when nothing is in the way
 */
public record Table(
        String name,
        String plainName,
        String sqlName,
        List<Column> columns,
        List<ForeignKey> foreignKeys,
        List<UniqueKey> uniqueKeys,
        List<Check> checks,
        Set<String> slots,
        List<Check> partitions,
        String locator,
        String obstacle) {

    public Table {
        columns = List.copyOf(columns);
        foreignKeys = List.copyOf(foreignKeys);
        uniqueKeys = List.copyOf(uniqueKeys);
        checks = List.copyOf(checks);
        slots = Set.copyOf(slots);
        partitions = List.copyOf(partitions);
    }

    public Optional<Column> column(String column) {
        for (Column each : columns) {
            if (each.name().equals(column)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** True when some column of the reference may be NULL, so that a row can do without a parent. */
    public boolean optional(ForeignKey key) {
        return key.columns().stream()
                .map(this::column)
                .flatMap(Optional::stream)
                .anyMatch(column -> column.nullable() && column.given());
    }
}
