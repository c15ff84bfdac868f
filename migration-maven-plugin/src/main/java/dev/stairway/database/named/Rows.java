package dev.stairway.database.named;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Small questions to a server. */
final class Rows {

    private Rows() {}

    /** The first column of every row. */
    static List<String> texts(Connection connection, String sql, String... values) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    // Names of others go into messages.
                    texts.add(String.valueOf(rows.getString(1)).replaceAll("\\p{Cntrl}", "?"));
                }
            }
        }
        return texts;
    }

    /** The first column of the first row; empty where there is none. */
    static String text(Connection connection, String sql, String... values) throws SQLException {
        List<String> texts = texts(connection, sql, values);
        return texts.isEmpty() ? "" : texts.get(0);
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
