package dev.stairway.fingerprint.generic;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The sequences of MariaDB, each of which is a table of one row.
 *
 * @see <a href="https://mariadb.com/kb/en/create-sequence/">CREATE SEQUENCE</a>
 */
final class SequenceTables {

    private static final String LIST = "SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES"
            + " WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'SEQUENCE'";

    private static final String NEXT = "next_not_cached_value";

    private SequenceTables() {}

    static void add(Connection connection, Collected collected) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(LIST)) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        for (String name : names) {
            add(connection, name, collected.owner("sequence", name));
        }
    }

    private static void add(Connection connection, String name, Map<String, String> attributes) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM `" + name.replace("`", "``") + "`")) {
            ResultSetMetaData columns = row.getMetaData();
            while (row.next()) {
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    String column = columns.getColumnLabel(i);
                    attributes.put(
                            column.equals(NEXT) ? "position" : column.replaceFirst("_(value|option|size|count)$", ""),
                            row.getString(i));
                }
            }
        }
    }
}
