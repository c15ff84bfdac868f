package dev.stairway.perf;

import dev.stairway.database.JdbcDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Name of a table, as JDBC tells it.
 *
 * @param schema empty where there is none
 */
record TableName(String schema, String name) {

    private static final String[] TYPES = {"TABLE", "PARTITIONED TABLE", "BASE TABLE"};
    private static final Set<String> SYSTEM = Set.of("pg_catalog", "information_schema");

    /**
     * All of a database.
     *
     * @param excluded unqualified lower-case names that are left out
     */
    static List<TableName> of(JdbcDatabase database, Connection connection, Set<String> excluded) throws SQLException {
        List<TableName> all = new ArrayList<>();
        try (ResultSet found = connection
                .getMetaData()
                .getTables(connection.getCatalog(), database.onlySchema().orElse(null), "%", TYPES)) {
            while (found.next()) {
                String schema = found.getString("TABLE_SCHEM");
                String name = found.getString("TABLE_NAME");
                if (!excluded.contains(name.toLowerCase(Locale.ROOT))
                        && (schema == null || !SYSTEM.contains(schema.toLowerCase(Locale.ROOT)))) {
                    all.add(new TableName(schema == null ? "" : schema, name));
                }
            }
        }
        return all;
    }

    /** @param quote as JDBC tells it */
    String quoted(String quote) {
        String plain = quoted(name, quote);
        return schema.isEmpty() ? plain : quoted(schema, quote) + "." + plain;
    }

    String qualified() {
        return schema.isEmpty() ? name : schema + "." + name;
    }

    private static String quoted(String name, String quote) {
        return quote + (quote.isEmpty() ? name : name.replace(quote, quote + quote)) + quote;
    }
}
