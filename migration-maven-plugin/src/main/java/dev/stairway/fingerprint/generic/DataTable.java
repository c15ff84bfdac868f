package dev.stairway.fingerprint.generic;

import dev.stairway.database.generic.facts.ColumnFacts;
import dev.stairway.database.generic.facts.Spelling;
import dev.stairway.database.generic.facts.TableFacts;
import dev.stairway.fingerprint.RowsRead;
import dev.stairway.fingerprint.TableData;
import dev.stairway.fingerprint.TableHasher;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A table whose rows are read.
 *
 * @param name as it is shown
 * @param sqlName as SQL needs it
 * @param columns sorted by their shown names
 * @param key shown names of the columns that tell rows apart; empty where nothing does
 */
record DataTable(String name, String sqlName, List<Column> columns, List<String> key) {

    private static final int FETCHED = 1000;

    /**
     * A column with the way to ask for its values.
     *
     * @param sqlName what is selected
     */
    record Column(String shown, String sqlName, CellText.Form form) {}

    static DataTable of(TableFacts table, Spelling spelling) {
        List<Column> columns = table.columns().stream()
                .map(column -> column(column, spelling))
                .sorted(Comparator.comparing(Column::shown))
                .toList();
        return new DataTable(
                spelling.shown(table.schema(), table.name()),
                spelling.quoted(table.schema(), table.name()),
                columns,
                table.primaryKey().columns().stream().map(spelling::shown).toList());
    }

    private static Column column(ColumnFacts column, Spelling spelling) {
        if (spelling.mysqlFamily() && column.typeName().toUpperCase(Locale.ROOT).startsWith("FLOAT")) {
            // As a text it has six digits, of which the last may be rounded: https://mariadb.com/kb/en/float/
            return new Column(
                    spelling.shown(column.name()), spelling.quoted(column.name()) + " + 0e0", CellText.Form.REAL);
        }
        return new Column(
                spelling.shown(column.name()),
                spelling.quoted(column.name()),
                CellText.form(column.jdbcType(), column.typeName(), spelling.mysqlFamily()));
    }

    /** Reads all rows; {@link RowsRead} hears how far it is. */
    TableData read(Connection connection) throws SQLException {
        List<String> names = columns.stream().map(Column::shown).toList();
        TableHasher hasher = new TableHasher(name, names, key);
        String list = columns.stream().map(Column::sqlName).collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCHED);
            try (ResultSet rows = statement.executeQuery("SELECT " + list + " FROM " + sqlName)) {
                while (rows.next()) {
                    for (int i = 0; i < names.size(); i++) {
                        byte[] cell = CellText.of(rows, i + 1, columns.get(i).form());
                        hasher.value(i, cell, 0, cell == null ? 0 : cell.length);
                    }
                    hasher.endRow();
                }
            }
        }
        return hasher.finish();
    }
}
