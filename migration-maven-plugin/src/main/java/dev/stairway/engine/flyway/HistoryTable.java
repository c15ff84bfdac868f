package dev.stairway.engine.flyway;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

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

    /** @param key what the history calls the migration */
    void remove(Connection connection, String key) throws SQLException {
        String name = schema.isEmpty()
                ? quoted(connection, table)
                : quoted(connection, schema) + "." + quoted(connection, table);
        String column = quoted(connection, "script");
        try (PreparedStatement statement =
                connection.prepareStatement("DELETE FROM " + name + " WHERE " + column + " = ?")) {
            statement.setString(1, key);
            statement.executeUpdate();
        }
    }

    private static String quoted(Connection connection, String name) throws SQLException {
        String quote = connection.getMetaData().getIdentifierQuoteString().strip();
        return quote + name.replace(quote, quote + quote) + quote;
    }
}
