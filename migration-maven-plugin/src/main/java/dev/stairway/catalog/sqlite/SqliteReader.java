package dev.stairway.catalog.sqlite;

import dev.stairway.catalog.Answers;
import dev.stairway.compare.logical.LogicalReader;
import dev.stairway.compare.logical.LogicalSchema;
import dev.stairway.compare.logical.LogicalTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads SQLite: pragmas for what they tell, the text of CREATE TABLE for the rest. */
public final class SqliteReader implements LogicalReader {

    /** Neither SQLite's own tables nor virtual ones nor those behind them: type is {@code table} for plain ones only. */
    private static final String TABLES = "SELECT l.name, l.wr, s.sql FROM pragma_table_list l"
            + " CROSS JOIN sqlite_schema s ON s.name = l.name AND s.type = 'table'"
            + " WHERE l.schema = 'main' AND l.type = 'table' AND l.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY l.name";

    private static final String VIEWS = "SELECT name FROM sqlite_schema WHERE type = 'view'";

    @Override
    public LogicalSchema read(Connection connection, Set<String> bookkeeping) throws SQLException {
        List<Listed> listed = Answers.of(
                connection, TABLES, row -> new Listed(row.getString(1), row.getBoolean(2), row.getString(3)));
        TreeMap<String, LogicalTable> tables = new TreeMap<>();
        for (Listed table : listed) {
            String name = table.name().toLowerCase(Locale.ROOT);
            if (!bookkeeping.contains(name)) {
                tables.put(name, TableReader.read(connection, table));
            }
        }
        return new LogicalSchema(
                tables,
                new TreeSet<>(
                        Answers.of(connection, VIEWS, row -> row.getString(1).toLowerCase(Locale.ROOT))));
    }

    /**
     * A table's row of the list.
     *
     * @param sql what made it
     */
    record Listed(String name, boolean withoutRowid, String sql) {}
}
