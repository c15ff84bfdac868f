package dev.stairway.measure.plan.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Brings tables into the state in which autovacuum leaves them in production: with statistics, and with the visibility map
 * that lets an index be read alone. https://www.postgresql.org/docs/current/sql-vacuum.html
 */
final class Statistics {

    private final Map<String, String> states = new HashMap<>();

    /** Those of them that have changed since the last time. @param tables qualified and quoted */
    void refresh(Connection connection, Set<String> tables) throws SQLException {
        Set<String> changed = new TreeSet<>();
        try (Statement statement = connection.createStatement()) {
            for (String table : tables) {
                String state = state(statement, table);
                if (state.isEmpty() || !state.equals(states.get(table))) {
                    changed.add(table);
                }
            }
            if (!changed.isEmpty()) {
                statement.execute("VACUUM (ANALYZE) " + String.join(", ", changed));
            }
            for (String table : changed) {
                states.put(table, state(statement, table));
            }
        }
    }

    /**
     * Differs when rows, columns, indexes or statistics of it differ; empty where that cannot be asked. The youngest transaction
     * that wrote a row is counted from the first one there can be.
     */
    private static String state(Statement statement, String table) throws SQLException {
        String literal = "'" + table.replace("'", "''") + "'";
        String shape;
        try (ResultSet row = statement.executeQuery(
                "SELECT concat_ws(' ', c.oid, c.relfilenode, c.relnatts, pg_relation_size(c.oid),"
                        + " (SELECT count(*) || ' ' || max(i.indexrelid::bigint) FROM pg_index i WHERE i.indrelid = c.oid),"
                        + " (SELECT count(*) || ' ' || max(s.oid::bigint) FROM pg_statistic_ext s WHERE s.stxrelid = c.oid))"
                        + ", c.relkind IN ('r', 'm') FROM pg_class c WHERE c.oid = " + literal + "::regclass")) {
            row.next();
            if (!row.getBoolean(2)) {
                return "";
            }
            shape = row.getString(1);
        }
        try (ResultSet row =
                statement.executeQuery("SELECT count(*), age('3'::xid) - min(age(xmin)) FROM ONLY " + table)) {
            row.next();
            return shape + " " + row.getString(1) + " " + row.getString(2);
        }
    }
}
