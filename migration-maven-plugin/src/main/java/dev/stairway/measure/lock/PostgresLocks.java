package dev.stairway.measure.lock;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a transaction holds, asked within itself.
 *
 * @param transaction when it began: another text is another transaction
 * @param open false when the statement before ran in none, so that its locks are gone
 * @param rows one for each relation and mode, without those of the catalog
 */
record PostgresLocks(String transaction, boolean open, List<Row> rows) {

    /**
     * @param file number of its file; 0 for one without
     * @param changed rows of it that the transaction has updated or deleted so far
     * @param read rows of it that the transaction has gone through so far, those of parallel workers left out
     */
    record Row(long oid, PostgresMode mode, long file, long changed, long read) {}

    /** The first number that is not given to a part of the catalog: FirstNormalObjectId, access/transam.h. */
    static final int FIRST_OID = 16384;

    // Where no transaction is open, the one of this very query began with it.
    private static final String SQL = """
            SELECT pg_catalog.now(), pg_catalog.now() <> pg_catalog.statement_timestamp(), l.relation, l.mode,
                   coalesce(pg_catalog.pg_relation_filenode(l.relation), 0),
                   pg_catalog.pg_stat_get_xact_tuples_updated(l.relation)
                     + pg_catalog.pg_stat_get_xact_tuples_deleted(l.relation),
                   pg_catalog.pg_stat_get_xact_tuples_returned(l.relation)
              FROM (SELECT) one LEFT JOIN pg_catalog.pg_locks l
                ON l.pid = pg_catalog.pg_backend_pid() AND l.locktype = 'relation' AND l.granted AND l.relation >= %d
            """.formatted(FIRST_OID);

    static PostgresLocks of(Connection raw) throws SQLException {
        // Not prepared: the user may throw away what is, by DISCARD ALL.
        try (Statement statement = raw.createStatement();
                ResultSet found = statement.executeQuery(SQL)) {
            List<Row> rows = new ArrayList<>();
            String transaction = "";
            boolean open = false;
            while (found.next()) {
                transaction = found.getString(1);
                open = found.getBoolean(2);
                if (found.getString(4) != null) {
                    rows.add(new Row(
                            found.getLong(3),
                            PostgresMode.of(found.getString(4)),
                            found.getLong(5),
                            found.getLong(6),
                            found.getLong(7)));
                }
            }
            return new PostgresLocks(transaction, open, rows);
        }
    }

    Set<Long> oids() {
        Set<Long> oids = new LinkedHashSet<>();
        rows.forEach(row -> oids.add(row.oid()));
        return oids;
    }
}
