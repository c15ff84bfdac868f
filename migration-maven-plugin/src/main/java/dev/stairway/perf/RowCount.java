package dev.stairway.perf;

import dev.stairway.database.Database;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.Session;
import dev.stairway.fingerprint.Fingerprinter;
import dev.stairway.fingerprint.Fingerprinters;
import dev.stairway.fingerprint.TableData;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Counts the rows of all tables, or the keys where a database has those. */
final class RowCount {

    private static final String[] TABLES = {"TABLE", "PARTITIONED TABLE", "BASE TABLE"};

    private RowCount() {}

    /** @param excluded unqualified lower-case names of tables that do not count */
    static long of(Database database, Set<String> excluded) throws SQLException {
        if (database instanceof JdbcDatabase jdbc) {
            try (Connection connection = jdbc.connect()) {
                return of(jdbc, connection, excluded);
            }
        }
        try (Fingerprinter fingerprinter = Fingerprinters.open(database, excluded, false);
                Session session = database.newSession()) {
            fingerprinter.readAll(session);
            return fingerprinter.tables().values().stream()
                    .mapToLong(TableData::rows)
                    .sum();
        }
    }

    private static long of(JdbcDatabase database, Connection connection, Set<String> excluded) throws SQLException {
        long rows = 0;
        try (Statement statement = connection.createStatement()) {
            for (String table : tables(database, connection, excluded)) {
                try (ResultSet count = statement.executeQuery("SELECT count(*) FROM " + table)) {
                    count.next();
                    rows += count.getLong(1);
                }
            }
        }
        return rows;
    }

    /** Quoted names; a partition counts with its table alone. */
    private static List<String> tables(JdbcDatabase database, Connection connection, Set<String> excluded)
            throws SQLException {
        String quote = connection.getMetaData().getIdentifierQuoteString().strip();
        List<String> names = new ArrayList<>();
        try (ResultSet tables = connection
                .getMetaData()
                .getTables(connection.getCatalog(), database.onlySchema().orElse(null), "%", TABLES)) {
            while (tables.next()) {
                String name = tables.getString("TABLE_NAME");
                if (!excluded.contains(name.toLowerCase(Locale.ROOT)) && !system(tables.getString("TABLE_SCHEM"))) {
                    names.add(qualified(tables.getString("TABLE_SCHEM"), name, quote));
                }
            }
        }
        return names;
    }

    private static boolean system(String schema) {
        return schema != null && Set.of("pg_catalog", "information_schema").contains(schema.toLowerCase(Locale.ROOT));
    }

    private static String qualified(String schema, String name, String quote) {
        String plain = quote + name.replace(quote, quote + quote) + quote;
        return schema == null || schema.isEmpty()
                ? plain
                : quote + schema.replace(quote, quote + quote) + quote + "." + plain;
    }
}
