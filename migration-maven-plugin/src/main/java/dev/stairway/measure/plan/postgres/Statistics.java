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

    /** To read a larger table for its changes takes as long as to sample it. */
    private static final long LARGE_BYTES = 32L << 20;

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
                statement.execute("SET statement_timeout = '60s'");
                statement.execute("VACUUM (ANALYZE) " + String.join(", ", changed));
                statement.execute("SET statement_timeout = '5s'");
            }
            for (String table : changed) {
                states.put(table, state(statement, table));
            }
        }
    }

    /** Differs when rows, columns, indexes or statistics of it differ; empty when that is not worth knowing. */
    private static String state(Statement statement, String table) throws SQLException {
        String literal = "'" + table.replace("'", "''") + "'";
        String shape;
        try (ResultSet row = statement.executeQuery(
                "SELECT pg_relation_size(c.oid), concat_ws(' ', c.oid, c.relfilenode, c.relnatts, pg_relation_size(c.oid),"
                        + " (SELECT count(*) || ' ' || max(i.indexrelid::bigint) FROM pg_index i WHERE i.indrelid = c.oid),"
                        + " (SELECT count(*) || ' ' || max(s.oid::bigint) FROM pg_statistic_ext s WHERE s.stxrelid = c.oid))"
                        + ", c.relkind IN ('r', 'm') FROM pg_class c WHERE c.oid = " + literal + "::regclass")) {
            row.next();
            if (row.getLong(1) > LARGE_BYTES || !row.getBoolean(3)) {
                return "";
            }
            shape = row.getString(2);
        }
        try (ResultSet row = statement.executeQuery("SELECT count(*), max(xmin::text::bigint) FROM ONLY " + table)) {
            row.next();
            return shape + " " + row.getString(1) + " " + row.getString(2);
        }
    }
}
