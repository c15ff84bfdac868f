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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Counts the rows of all tables, or the keys where a database has those. */
final class RowCount {

    /** Tables that one statement counts: a way to the server for each would cost more than the counting. */
    private static final int TOGETHER = 100;

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
        List<TableName> tables = TableName.of(database, connection, excluded);
        try (Statement statement = connection.createStatement()) {
            for (int from = 0; from < tables.size(); from += TOGETHER) {
                List<TableName> some = tables.subList(from, Math.min(tables.size(), from + TOGETHER));
                try (ResultSet counts = statement.executeQuery(counting(some, quote))) {
                    while (counts.next()) {
                        rows.put(some.get(counts.getInt(1)).qualified(), counts.getLong(2));
                    }
                }
            }
        }
        return rows;
    }

    private static String counting(List<TableName> tables, String quote) {
        return IntStream.range(0, tables.size())
                .mapToObj(at ->
                        "SELECT " + at + ", count(*) FROM " + tables.get(at).quoted(quote))
                .collect(Collectors.joining(" UNION ALL "));
    }
}
