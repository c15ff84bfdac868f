package dev.stairway.measure.work;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/**
 * Versions of rows that nobody sees any more, in the tables of a PostgreSQL database, by the counts that vacuuming goes by:
 * https://www.postgresql.org/docs/current/monitoring-stats.html#MONITORING-PG-STAT-ALL-TABLES-VIEW. What they take is
 * estimated by the average row. The server goes on counting those of a file that is no more: a table that was written anew
 * counts as clean.
 *
 * @param tables by number
 */
record DeadRows(Map<Long, Table> tables) {

    private static final String TABLES = """
            SELECT c.oid, c.relfilenode, s.dead, s.live,
                   CASE WHEN s.dead > 0 THEN pg_catalog.pg_relation_size(c.oid) ELSE 0 END
              FROM pg_catalog.pg_class c,
                   LATERAL (SELECT pg_catalog.pg_stat_get_dead_tuples(c.oid) AS dead,
                                   pg_catalog.pg_stat_get_live_tuples(c.oid) AS live) s
             WHERE c.relkind IN ('r', 'm') AND c.oid >= 16384
            """;

    DeadRows {
        tables = Map.copyOf(tables);
    }

    /**
     * @param file number of its file, which is another one after the table was written anew
     * @param dead rows
     * @param live rows
     * @param bytes of its file
     */
    record Table(long file, long dead, long live, long bytes) {

        long deadBytes() {
            return bytes * dead / Math.max(1, live + dead);
        }
    }

    /** Those of the connection's database; its counts have to be up to date. */
    static DeadRows in(Connection connection) throws SQLException {
        Map<Long, Table> tables = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(TABLES)) {
            while (row.next()) {
                tables.put(row.getLong(1), new Table(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)));
            }
        }
        return new DeadRows(tables);
    }

    /** By how many bytes more they take than they did. */
    long bytesSince(DeadRows before) {
        long bytes = 0;
        for (Map.Entry<Long, Table> now : tables.entrySet()) {
            Table then = before.tables.get(now.getKey());
            // A new table's first file has the table's own number.
            long firstFile = then == null ? now.getKey() : then.file;
            bytes += firstFile == now.getValue().file ? now.getValue().deadBytes() : 0;
        }
        for (Table then : before.tables.values()) {
            bytes -= then.deadBytes();
        }
        return bytes;
    }
}
