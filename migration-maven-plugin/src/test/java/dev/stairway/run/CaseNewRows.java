package dev.stairway.run;

import dev.stairway.data.Filler;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How many rows each table of a case has after the new release wrote some: a table that is still there after the way back
 * and has fewer has lost some.
 *
 * @param rows by table
 */
record CaseNewRows(SqlCase planted, Map<String, Long> rows) {

    static final String NAME = "rows of the new release";

    static CaseNewRows written(Connection connection, SqlCase planted, Filler filler) throws SQLException {
        Map<String, Long> before = count(connection, planted);
        filler.write(before.keySet(), 3, Set.of());
        Map<String, Long> after = count(connection, planted);
        if (after.equals(before)) {
            throw new SQLException(planted + ": no row could be written to " + before.keySet());
        }
        return new CaseNewRows(planted, after);
    }

    /** Tables that have fewer rows now. */
    Set<String> gone(Connection connection) throws SQLException {
        Set<String> gone = new TreeSet<>();
        count(connection, planted).forEach((table, now) -> {
            long before = rows.getOrDefault(table, 0L);
            if (now < before) {
                gone.add(table + " has " + now + " rows, not " + before);
            }
        });
        return gone;
    }

    private static Map<String, Long> count(Connection connection, SqlCase planted) throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            for (String table : tables(statement, planted)) {
                try (ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
                    row.next();
                    rows.put(table, row.getLong(1));
                }
            }
        }
        return rows;
    }

    private static Set<String> tables(Statement statement, SqlCase planted) throws SQLException {
        Set<String> tables = new TreeSet<>();
        try (ResultSet row = statement.executeQuery("SELECT format('%I.%I', schemaname, tablename) FROM pg_tables"
                + " WHERE schemaname = '" + planted.schema() + "'")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }
}
