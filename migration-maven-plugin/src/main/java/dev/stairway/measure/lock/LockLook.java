package dev.stairway.measure.lock;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One look from beside at what a process of the server holds and waits for. */
final class LockLook {

    /** @param waitedMillis so far; 0 for a granted lock, and where the server does not tell since when */
    record Seen(PostgresRelation relation, PostgresMode mode, boolean granted, double waitedMillis) {}

    private record Row(long oid, PostgresMode mode, boolean granted, double waitedMillis) {}

    // Locks on single rows are taken in other lock types, some of them with the names of these modes.
    private static final String SQL = """
            SELECT l.relation, l.mode, l.granted,
                   coalesce(extract(epoch FROM pg_catalog.clock_timestamp() - l.waitstart) * 1000, 0)
              FROM pg_catalog.pg_locks l
             WHERE l.pid = ? AND l.locktype = 'relation' AND l.relation >= %d
            """.formatted(PostgresLocks.FIRST_OID);

    /** Which server tells since when a lock is waited for: https://www.postgresql.org/docs/14/view-pg-locks.html. */
    private static final int TELLS_WAIT = 14;

    private final PreparedStatement select;
    private final PostgresRelations relations;

    LockLook(Connection beside, int process, PostgresRelations relations) throws SQLException {
        boolean tells = beside.getMetaData().getDatabaseMajorVersion() >= TELLS_WAIT;
        select = beside.prepareStatement(tells ? SQL : SQL.replace("l.waitstart", "NULL"));
        select.setInt(1, process);
        this.relations = relations;
    }

    List<Seen> now() throws SQLException {
        List<Row> rows = rows();
        Set<Long> oids = new LinkedHashSet<>();
        rows.forEach(row -> oids.add(row.oid()));
        relations.askAgain();
        relations.learn(oids);
        List<Seen> seen = new ArrayList<>();
        for (Row row : rows) {
            relations
                    .get(row.oid())
                    .ifPresent(relation -> seen.add(new Seen(relation, row.mode(), row.granted(), row.waitedMillis())));
        }
        return seen;
    }

    private List<Row> rows() throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (ResultSet found = select.executeQuery()) {
            while (found.next()) {
                rows.add(new Row(
                        found.getLong(1),
                        PostgresMode.of(found.getString(2)),
                        found.getBoolean(3),
                        found.getDouble(4)));
            }
        }
        return rows;
    }
}
