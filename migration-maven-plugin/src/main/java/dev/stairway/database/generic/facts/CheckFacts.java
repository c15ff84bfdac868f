package dev.stairway.database.generic.facts;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A check of a table, of which {@link java.sql.DatabaseMetaData} does not speak.
 *
 * @param schema null where tables have none
 * @param condition as the product keeps it
 */
public record CheckFacts(String schema, String table, String name, String condition) {

    // Part 11 of the SQL standard.
    private static final String STANDARD = "SELECT T.TABLE_SCHEMA, T.TABLE_NAME, T.CONSTRAINT_NAME, C.CHECK_CLAUSE"
            + " FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS T JOIN INFORMATION_SCHEMA.CHECK_CONSTRAINTS C"
            + " ON C.CONSTRAINT_SCHEMA = T.CONSTRAINT_SCHEMA AND C.CONSTRAINT_NAME = T.CONSTRAINT_NAME"
            + " WHERE T.CONSTRAINT_TYPE = 'CHECK'";

    // Names of checks of columns are those of the columns, so the table has to be told.
    // https://mariadb.com/kb/en/information-schema-check_constraints-table/
    private static final String MARIADB = "SELECT NULL, TABLE_NAME, CONSTRAINT_NAME, CHECK_CLAUSE"
            + " FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = DATABASE()";

    private static final String MYSQL = "SELECT NULL, T.TABLE_NAME, T.CONSTRAINT_NAME, C.CHECK_CLAUSE"
            + " FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS T JOIN INFORMATION_SCHEMA.CHECK_CONSTRAINTS C"
            + " ON C.CONSTRAINT_SCHEMA = T.CONSTRAINT_SCHEMA AND C.CONSTRAINT_NAME = T.CONSTRAINT_NAME"
            + " WHERE T.CONSTRAINT_TYPE = 'CHECK' AND T.TABLE_SCHEMA = DATABASE()";

    /** All checks where they can be asked for; none where the product has no such views. */
    public static List<CheckFacts> read(Connection connection, Spelling spelling) throws SQLException {
        return switch (spelling.product()) {
            case "mariadb" -> read(connection, MARIADB);
            case "mysql" -> read(connection, MYSQL);
            case "h2" -> read(connection, STANDARD);
            default -> attempt(connection);
        };
    }

    private static List<CheckFacts> attempt(Connection connection) {
        try {
            return read(connection, STANDARD);
        } catch (SQLException noSuchView) {
            return List.of();
        }
    }

    private static List<CheckFacts> read(Connection connection, String sql) throws SQLException {
        List<CheckFacts> checks = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                checks.add(new CheckFacts(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
            }
        }
        return checks;
    }
}
