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
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Counts the rows of all tables, or the keys where a database has those. */
final class RowCount {

    private RowCount() {}

    /** @param excluded unqualified lower-case names of tables that do not count */
    static long of(Database database, Set<String> excluded) throws SQLException {
        if (database instanceof JdbcDatabase) {
            return byTable(database, excluded).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
        try (Fingerprinter fingerprinter = Fingerprinters.open(database, excluded, false);
                Session session = database.newSession()) {
            fingerprinter.readAll(session);
            return fingerprinter.tables().values().stream()
                    .mapToLong(TableData::rows)
                    .sum();
        }
    }

    /** Of each table, by its qualified name; none where the database has no tables. */
    static Map<String, Long> byTable(Database database, Set<String> excluded) throws SQLException {
        if (!(database instanceof JdbcDatabase jdbc)) {
            return Map.of();
        }
        try (Connection connection = jdbc.connect()) {
            return byTable(jdbc, connection, excluded);
        }
    }

    private static Map<String, Long> byTable(JdbcDatabase database, Connection connection, Set<String> excluded)
            throws SQLException {
        Map<String, Long> rows = new HashMap<>();
        String quote = connection.getMetaData().getIdentifierQuoteString().strip();
        try (Statement statement = connection.createStatement()) {
            for (TableName table : TableName.of(database, connection, excluded)) {
                try (ResultSet count = statement.executeQuery("SELECT count(*) FROM " + table.quoted(quote))) {
                    count.next();
                    rows.put(table.qualified(), count.getLong(1));
                }
            }
        }
        return rows;
    }
}
