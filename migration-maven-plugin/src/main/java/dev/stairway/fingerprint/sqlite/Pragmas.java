package dev.stairway.fingerprint.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Pragmas as rows. */
final class Pragmas {

    private Pragmas() {}

    static long number(Connection connection, String pragma) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA main." + pragma)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** Empty where it has no value. */
    static String text(Connection connection, String pragma) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA main." + pragma)) {
            return row.next() && row.getString(1) != null ? row.getString(1) : "";
        }
    }

    /** Rows by column name in lower case; a NULL is an absent key. */
    static List<Map<String, String>> rows(Connection connection, String pragma, String argument) throws SQLException {
        return query(connection, "PRAGMA main." + pragma + "(" + quote(argument) + ")");
    }

    static List<Map<String, String>> query(Connection connection, String sql) throws SQLException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                Map<String, String> row = new HashMap<>();
                for (int i = 1; i <= columns; i++) {
                    String value = result.getString(i);
                    if (value != null) {
                        row.put(result.getMetaData().getColumnLabel(i), value);
                    }
                }
                rows.add(row);
            }
        }
        return rows;
    }

    static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
