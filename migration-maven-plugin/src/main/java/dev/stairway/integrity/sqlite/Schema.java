package dev.stairway.integrity.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tables and foreign keys by stored name. */
final class Schema {

    /**
     * A table.
     *
     * @param name as stored
     * @param autoincrement true when a row of sqlite_sequence counts its keys
     * @param sql how it was created
     */
    record Table(String name, boolean autoincrement, String sql) {}

    /**
     * A foreign key.
     *
     * @param number in its table, as {@code foreign_key_check} says it
     * @param parent as it is written, which need not be there
     * @param parentColumns empty for the primary key
     */
    record ForeignKey(String table, int number, String parent, List<String> columns, List<String> parentColumns) {}

    private Schema() {}

    /** By canonical name. */
    static Map<String, Table> tables(Connection connection) throws SQLException {
        Map<String, Table> tables = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT name, sql FROM main.sqlite_schema"
                        + " WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name")) {
            while (row.next()) {
                String sql = String.valueOf(row.getString(2)).toLowerCase(Locale.ROOT);
                Table table = new Table(row.getString(1), sql.contains("autoincrement"), sql);
                tables.put(Names.canonical(table.name()), table);
            }
        }
        return tables;
    }

    /** All of them: which tables refer to one cannot be asked in another way. */
    static List<ForeignKey> foreignKeys(Connection connection) throws SQLException {
        Map<String, ForeignKey> keys = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT m.name, f.id, f.\"table\", f.\"from\", f.\"to\""
                        + " FROM main.sqlite_schema m JOIN pragma_foreign_key_list(m.name) f"
                        + " WHERE m.type = 'table' ORDER BY m.name, f.id, f.seq")) {
            while (row.next()) {
                ForeignKey next = new ForeignKey(
                        row.getString(1), row.getInt(2), row.getString(3), new ArrayList<>(), new ArrayList<>());
                ForeignKey before = keys.putIfAbsent(next.number() + " " + next.table(), next);
                ForeignKey key = before == null ? next : before;
                key.columns().add(row.getString(4));
                if (row.getString(5) != null) {
                    key.parentColumns().add(row.getString(5));
                }
            }
        }
        return List.copyOf(keys.values());
    }

    /** Columns of the primary key in its order; empty where rows have a rowid alone. */
    static List<String> primaryKey(Connection connection, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT name FROM pragma_table_info(" + Names.literal(table) + ") WHERE pk > 0 ORDER BY pk")) {
            while (row.next()) {
                columns.add(row.getString(1));
            }
        }
        return columns;
    }
}
