package dev.stairway.compare.behaviour;

import dev.stairway.data.jdbc.JdbcStore;
import dev.stairway.data.jdbc.JdbcStores;
import dev.stairway.data.model.Column;
import dev.stairway.data.model.Store.Selection;
import dev.stairway.data.model.Table;
import dev.stairway.data.value.Value;
import dev.stairway.database.JdbcDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads rows of small tables as neutral values by column in lower case. */
final class TableRows {

    /** Who has more is not a table of a sample. */
    static final int MOST = 2000;

    private TableRows() {}

    /**
     * Rows of tables, in an order that is the same from run to run, not from product to product.
     *
     * @param tables by any name, which is that of the result
     */
    static Map<String, List<Map<String, Value>>> read(JdbcDatabase database, Map<String, Table> tables)
            throws SQLException {
        try {
            return all(database, tables);
        } catch (SQLException unreadable) {
            throw named(database, tables, unreadable);
        }
    }

    /** The same with the name of the table that cannot be read. */
    private static SQLException named(JdbcDatabase database, Map<String, Table> tables, SQLException unreadable) {
        for (Map.Entry<String, Table> table : tables.entrySet()) {
            try {
                all(database, Map.of(table.getKey(), table.getValue()));
            } catch (SQLException alone) {
                return unreadable(table.getKey() + " of " + database.id(), alone);
            }
        }
        return unreadable("all tables of " + database.id(), unreadable);
    }

    private static SQLException unreadable(String what, SQLException cause) {
        return new SQLException(
                "the rows of " + what + " cannot be read: " + cause.getMessage(), cause.getSQLState(), cause);
    }

    private static Map<String, List<Map<String, Value>>> all(JdbcDatabase database, Map<String, Table> tables)
            throws SQLException {
        List<String> names = List.copyOf(tables.keySet());
        try (JdbcStore store = JdbcStores.of(database)) {
            store.begin();
            List<Selection> selections = names.stream()
                    .map(tables::get)
                    .map(table -> new Selection(table, names(table), MOST))
                    .toList();
            List<List<List<Value>>> values = store.values(selections);
            Map<String, List<Map<String, Value>>> rows = new LinkedHashMap<>();
            for (int i = 0; i < names.size(); i++) {
                Table table = tables.get(names.get(i));
                rows.put(
                        names.get(i),
                        values.get(i).stream().map(row -> row(table, row)).toList());
            }
            return rows;
        }
    }

    private static List<String> names(Table table) {
        return table.columns().stream().map(Column::name).toList();
    }

    private static Map<String, Value> row(Table table, List<Value> values) {
        Map<String, Value> row = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            Column column = table.columns().get(i);
            row.put(column.name().toLowerCase(Locale.ROOT), Canon.neutral(column.type(), values.get(i)));
        }
        return row;
    }

    /** Rows as cells of a statement. */
    static List<Map<String, Cell>> cells(Collection<Map<String, Value>> rows) {
        List<Map<String, Cell>> all = new ArrayList<>();
        for (Map<String, Value> row : rows) {
            Map<String, Cell> cells = new LinkedHashMap<>();
            row.forEach((name, value) -> cells.put(name, Cell.of(value)));
            all.add(cells);
        }
        return all;
    }
}
