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
 * @param looks how many there were since the counts of rows last began anew
 * @param open false when the statement before ran in none, so that its locks are gone
 * @param rows one for each relation and mode, without those of the catalog
 */
record PostgresLocks(String transaction, boolean open, long looks, List<Row> rows) {

    /**
     * @param file number of its file; 0 for one without
     * @param changed rows of it that were updated or deleted since the counts began
     * @param read rows of it that were gone through, those of parallel workers left out
     */
    record Row(long oid, PostgresMode mode, long file, long changed, long read) {}

    /** The first number that is not given to a part of the catalog: FirstNormalObjectId, access/transam.h. */
    static final int FIRST_OID = 16384;

    // Where no transaction is open, the one of this very query began with it. Counts begin anew not with a transaction, but
    // when the process hands them over, now and then between two of them (monitoring-stats.html of the manual, "Viewing
    // Statistics"). That of a catalog which nobody else reads tells when, if its rows and not an index are read, and what is
    // read is asked for.
    private static final String SQL = """
            SELECT pg_catalog.now(), pg_catalog.now() <> pg_catalog.statement_timestamp(),
                   pg_catalog.pg_stat_get_xact_numscans('pg_catalog.pg_transform'::pg_catalog.regclass) + 0 * look.n,
                   l.relation, l.mode, coalesce(pg_catalog.pg_relation_filenode(l.relation), 0),
                   pg_catalog.pg_stat_get_xact_tuples_updated(l.relation)
                     + pg_catalog.pg_stat_get_xact_tuples_deleted(l.relation),
                   pg_catalog.pg_stat_get_xact_tuples_returned(l.relation)
              FROM (SELECT pg_catalog.count(trffromsql) AS n FROM pg_catalog.pg_transform) look
              LEFT JOIN pg_catalog.pg_locks l
                ON l.pid = pg_catalog.pg_backend_pid() AND l.locktype = 'relation' AND l.granted AND l.relation >= %d
            """.formatted(FIRST_OID);

    static PostgresLocks of(Connection raw) throws SQLException {
        // Not prepared: the user may throw away what is, by DISCARD ALL.
        try (Statement statement = raw.createStatement();
                ResultSet found = statement.executeQuery(SQL)) {
            List<Row> rows = new ArrayList<>();
            String transaction = "";
            boolean open = false;
            long looks = 0;
            while (found.next()) {
                transaction = found.getString(1);
                open = found.getBoolean(2);
                looks = found.getLong(3);
                if (found.getString(5) != null) {
                    rows.add(new Row(
                            found.getLong(4),
                            PostgresMode.of(found.getString(5)),
                            found.getLong(6),
                            found.getLong(7),
                            found.getLong(8)));
                }
            }
            return new PostgresLocks(transaction, open, looks, rows);
        }
    }

    Set<Long> oids() {
        Set<Long> oids = new LinkedHashSet<>();
        rows.forEach(row -> oids.add(row.oid()));
        return oids;
    }
}
