package dev.stairway.measure.lock;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** What one statement adds to the counts of a process, which go on from transaction to transaction until they begin anew. */
final class RowCounts {

    /** From here on a process can be told to begin anew. */
    private static final int CAN_BEGIN_ANEW = 15;

    private static final String BEGIN_ANEW = "SELECT pg_catalog.pg_stat_force_next_flush()";
    private static final String ALL = """
            SELECT t.relid, t.n_tup_upd + t.n_tup_del, coalesce(t.seq_tup_read, 0),
                   pg_catalog.pg_stat_get_xact_numscans('pg_catalog.pg_transform'::pg_catalog.regclass)
              FROM pg_catalog.pg_stat_xact_user_tables t
            """;

    /** @param changed rows that were updated or deleted
     * @param read rows that were gone through */
    record More(long changed, long read) {}

    private final Map<Long, More> counts = new HashMap<>();
    private long looks;

    /** @param raw connection of a step, before it */
    static RowCounts start(Connection raw) throws SQLException {
        RowCounts started = new RowCounts();
        // Otherwise a transaction would begin here, to which the step could not give rules any more.
        if (raw.getAutoCommit()) {
            if (raw.getMetaData().getDatabaseMajorVersion() >= CAN_BEGIN_ANEW) {
                try (Statement statement = raw.createStatement()) {
                    statement.execute(BEGIN_ANEW);
                }
            } else {
                started.note(raw);
            }
        }
        return started;
    }

    private void note(Connection raw) throws SQLException {
        try (Statement statement = raw.createStatement();
                ResultSet all = statement.executeQuery(ALL)) {
            while (all.next()) {
                counts.put(all.getLong(1), new More(all.getLong(2), all.getLong(3)));
                looks = all.getLong(4);
            }
        }
    }

    /** @param number of this look since they began */
    void look(long number) {
        if (number <= looks) {
            counts.clear();
        }
        looks = number;
    }

    /** What was added since the last look, or since they began. */
    More more(PostgresLocks.Row row) {
        More before = counts.put(row.oid(), new More(row.changed(), row.read()));
        return before == null
                ? new More(row.changed(), row.read())
                : new More(row.changed() - before.changed(), row.read() - before.read());
    }
}
