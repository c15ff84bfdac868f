package dev.stairway.measure.lock;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.postgresql.PGStatement;

/**
 * What a transaction holds, asked within itself.
 *
 * @param transaction when it began: another text is another transaction
 * @param looks how many there were since the counts of rows last began anew
 * @param rows one for each relation and mode, without those of the catalog
 */
record PostgresLocks(String transaction, long looks, List<Row> rows) {

    /**
     * @param file number of its file; 0 for one without
     * @param changed rows of it that were updated or deleted since the counts began
     * @param read rows of it that were gone through, those of parallel workers left out
     */
    record Row(long oid, PostgresMode mode, long file, long changed, long read) {}

    /** The first number that is not given to a part of the catalog: FirstNormalObjectId, access/transam.h. */
    static final int FIRST_OID = 16384;

    // Counts begin anew not with a transaction, but when the process hands them over, now and then between two of them.
    // That of
    // a catalog which nobody else reads tells when, if its rows and not an index are read, and what is read is asked
    // for.
    // https://www.postgresql.org/docs/current/monitoring-stats.html#MONITORING-STATS-VIEWS
    private static final String SQL = """
            SELECT extract(epoch FROM pg_catalog.now()),
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
        try (PreparedStatement statement = raw.prepareStatement(SQL)) {
            // Planned once for all steps. The driver notices when a step throws away what is prepared.
            statement.unwrap(PGStatement.class).setPrepareThreshold(1);
            return read(statement);
        }
    }

    private static PostgresLocks read(PreparedStatement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery()) {
            List<Row> rows = new ArrayList<>();
            String transaction = "";
            long looks = 0;
            while (found.next()) {
                transaction = found.getString(1);
                looks = found.getLong(2);
                if (found.getString(4) != null) {
                    rows.add(new Row(
                            found.getLong(3),
                            PostgresMode.of(found.getString(4)),
                            found.getLong(5),
                            found.getLong(6),
                            found.getLong(7)));
                }
            }
            return new PostgresLocks(transaction, looks, rows);
        }
    }

    Set<Long> oids() {
        Set<Long> oids = new LinkedHashSet<>();
        rows.forEach(row -> oids.add(row.oid()));
        return oids;
    }
}
