package dev.stairway.compare.behaviour;

import dev.stairway.compare.logical.LogicalColumn;
import dev.stairway.compare.logical.LogicalColumn.Generation;
import dev.stairway.data.model.Column;
import dev.stairway.data.model.ForeignKey;
import dev.stairway.data.model.Table;
import dev.stairway.data.value.Value;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Stores rows of one database in another, with the keys that they have there. */
final class RowCopy {

    private final Found target;
    private final Dialect dialect;

    RowCopy(Found target) {
        this.target = target;
        dialect = Dialect.of(target.id().product());
    }

    /**
     * Stores the rows, parents before children, and goes on counting after them.
     *
     * @param rows by plain table name in lower case
     * @return tables that did not take theirs, with what the database said
     */
    Map<String, String> store(Map<String, List<Map<String, Value>>> rows) throws SQLException {
        Map<String, String> refused = new TreeMap<>();
        try (Connection connection = target.member().database().connect()) {
            for (String setting : dialect.settings()) {
                Dialect.run(connection, setting);
            }
            for (String name : parentsFirst(rows.keySet())) {
                connection.setAutoCommit(false);
                try {
                    store(connection, target.tables().get(name), rows.get(name));
                    connection.commit();
                } catch (SQLException refusal) {
                    connection.rollback();
                    refused.put(name, oneByOne(connection, target.tables().get(name), rows.get(name), refusal));
                }
                connection.setAutoCommit(true);
            }
        }
        return refused;
    }

    /** Stores what is taken; returns how many rows are not, and why the first one. */
    private String oneByOne(
            Connection connection, Table table, List<Map<String, Value>> rows, SQLException refusalOfAll)
            throws SQLException {
        int refused = 0;
        SQLException first = refusalOfAll;
        for (Map<String, Value> row : rows) {
            try {
                store(connection, table, List.of(row));
                connection.commit();
            } catch (SQLException refusal) {
                connection.rollback();
                first = refused++ == 0 ? refusal : first;
            }
        }
        return refused + " of " + rows.size() + ": " + Refusals.line(first);
    }

    private void store(Connection connection, Table table, List<Map<String, Value>> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        List<Column> columns = table.columns().stream()
                .filter(column -> rows.get(0).containsKey(lower(column)))
                .filter(column -> column.origin() != Column.Origin.DATABASE || counted(table, column))
                .toList();
        String names =
                columns.stream().map(column -> Dialect.name(column.name())).collect(Collectors.joining(", "));
        String values = rows.stream().map(row -> values(columns, row)).collect(Collectors.joining(", "));
        boolean overrides = columns.stream().anyMatch(column -> column.origin() == Column.Origin.DATABASE);
        // One statement: rows that refer to one another within the table are checked at its end.
        Dialect.run(
                connection,
                "INSERT INTO " + table.sqlName() + " (" + names + ")" + (overrides ? dialect.overriding() : " ")
                        + "VALUES " + values);
    }

    private String values(List<Column> columns, Map<String, Value> row) {
        return columns.stream()
                .map(column -> dialect.constant(Canon.fitted(column.type(), row.get(lower(column)))))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private boolean counted(Table table, Column column) {
        return target.member().schema().tables().get(table.plainName().toLowerCase(Locale.ROOT)).columns().stream()
                .filter(each -> each.name().equals(lower(column)))
                .map(LogicalColumn::generation)
                .anyMatch(Generation.COUNTED::equals);
    }

    /** Counts on after the largest number that is there. */
    void align(Collection<String> tables) throws SQLException {
        try (Connection connection = target.member().database().connect()) {
            for (String name : tables) {
                Table table = target.tables().get(name);
                for (Column column : table.columns()) {
                    if (column.origin() == Column.Origin.COUNTED || counted(table, column)) {
                        dialect.align(connection, table.sqlName(), column.name());
                    }
                }
            }
        }
    }

    private List<String> parentsFirst(Set<String> names) {
        Map<String, Table> left = new LinkedHashMap<>();
        names.forEach(name -> left.put(name, target.tables().get(name)));
        List<String> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            Set<String> open = left.values().stream().map(Table::name).collect(Collectors.toSet());
            Optional<String> ready = left.entrySet().stream()
                    .filter(entry -> entry.getValue().foreignKeys().stream()
                            .map(ForeignKey::parent)
                            .noneMatch(parent -> !parent.equals(entry.getValue().name()) && open.contains(parent)))
                    .map(Map.Entry::getKey)
                    .findFirst();
            // Of a circle any: what it refuses is told.
            String next = ready.orElseGet(() -> left.keySet().iterator().next());
            left.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    private static String lower(Column column) {
        return column.name().toLowerCase(Locale.ROOT);
    }
}
