package dev.stairway.measure.lock;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** One look from beside at what a process of the server holds and waits for. */
final class LockLook {

    /** @param waitedMillis so far; 0 for a granted lock, and where the server does not tell since when */
    record Seen(PostgresRelation relation, PostgresMode mode, boolean granted, double waitedMillis) {}

    // One query, which sees the catalog as it was just before the locks: nobody feels those on a relation that comes to
    // be.
    // Locks on single rows are taken in other lock types, some of them with the names of these modes.
    private static final String SQL = """
            SELECT c.oid, pg_catalog.format('%%I.%%I', n.nspname, c.relname), c.relkind,
                   coalesce(i.indrelid, 0), l.mode, l.granted,
                   coalesce(extract(epoch FROM pg_catalog.clock_timestamp() - l.waitstart) * 1000, 0)
              FROM pg_catalog.pg_locks l
              JOIN pg_catalog.pg_class c ON c.oid = l.relation
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
              LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid
             WHERE l.pid = ? AND l.locktype = 'relation' AND l.relation >= %d
               AND n.nspname <> 'pg_toast' AND c.relpersistence <> 't'
            """.formatted(PostgresLocks.FIRST_OID);

    /** Which server tells since when a lock is waited for: https://www.postgresql.org/docs/14/view-pg-locks.html. */
    private static final int TELLS_WAIT = 14;

    private final PreparedStatement select;

    LockLook(Connection beside, int process) throws SQLException {
        boolean tells = beside.getMetaData().getDatabaseMajorVersion() >= TELLS_WAIT;
        select = beside.prepareStatement(tells ? SQL : SQL.replace("l.waitstart", "NULL"));
        select.setInt(1, process);
    }

    List<Seen> now() throws SQLException {
        List<Seen> seen = new ArrayList<>();
        try (ResultSet found = select.executeQuery()) {
            while (found.next()) {
                PostgresRelation relation = new PostgresRelation(
                        found.getLong(1), found.getString(2), found.getString(3).charAt(0), 0, found.getLong(4));
                seen.add(new Seen(
                        relation, PostgresMode.of(found.getString(5)), found.getBoolean(6), found.getDouble(7)));
            }
        }
        return seen;
    }
}
