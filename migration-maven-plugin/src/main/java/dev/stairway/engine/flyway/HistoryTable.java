package dev.stairway.engine.flyway;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Flyway's history, of which rows are taken away here, what Flyway itself never does.
 *
 * @param schema empty for that of the connection
 * @param table as Flyway wrote it
 */
record HistoryTable(String schema, String table) {

    static final String DEFAULT = "flyway_schema_history";

    /** @param connection at its start */
    static HistoryTable of(FlywaySettings settings, Connection connection) throws SQLException {
        String schemas = settings.value("schemas", "");
        String first = schemas.isBlank() ? "" : FlywaySettings.words(schemas).get(0);
        String schema = settings.value("defaultSchema", first);
        if (schema.isEmpty()) {
            String current = connection.getSchema();
            schema = current == null ? "" : current;
        }
        return new HistoryTable(schema, settings.value("table", DEFAULT));
    }

    /** What the history calls the migrations that failed, which Flyway keeps where definitions are not transactional. */
    List<String> failed(Connection connection) throws SQLException {
        String sql = "SELECT " + quoted(connection, "script") + " FROM " + name(connection) + " WHERE "
                + quoted(connection, "success") + " = ?";
        List<String> failed = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBoolean(1, false);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    failed.add(rows.getString(1));
                }
            }
        }
        return failed;
    }

    /** @param key what the history calls the migration */
    record Row(String key, String at) {}

    /** Migrations that succeeded, oldest first; what Flyway notes besides (a new schema) left out. */
    List<Row> applied(Connection connection) throws SQLException {
        String sql = "SELECT " + quoted(connection, "script") + ", " + quoted(connection, "installed_on") + " FROM "
                + name(connection) + " WHERE " + quoted(connection, "success") + " = ? AND "
                + quoted(connection, "type") + " <> 'SCHEMA' ORDER BY " + quoted(connection, "installed_rank");
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBoolean(1, true);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    String at = found.getString(2);
                    rows.add(new Row(found.getString(1), at == null ? "" : at));
                }
            }
        }
        return rows;
    }

    private String name(Connection connection) throws SQLException {
        return schema.isEmpty()
                ? quoted(connection, table)
                : quoted(connection, schema) + "." + quoted(connection, table);
    }

    /** @param key what the history calls the migration */
    void remove(Connection connection, String key) throws SQLException {
        String column = quoted(connection, "script");
        try (PreparedStatement statement =
                connection.prepareStatement("DELETE FROM " + name(connection) + " WHERE " + column + " = ?")) {
            statement.setString(1, key);
            statement.executeUpdate();
        }
    }

    private static String quoted(Connection connection, String name) throws SQLException {
        String quote = connection.getMetaData().getIdentifierQuoteString().strip();
        return quote + name.replace(quote, quote + quote) + quote;
    }
}
