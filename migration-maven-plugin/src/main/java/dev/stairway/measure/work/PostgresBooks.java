package dev.stairway.measure.work;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A server's books about one of its databases, read from a connection to any of them.
 *
 * <p>What statements cost comes from pg_stat_statements, which counts for each database what its own statements did: what
 * others write meanwhile is not in it. A server that does not load it has but the position in the log, which everybody
 * moves; that is taken only where nothing works in the background.
 *
 * @param database its number
 * @param major release of the server
 * @param statements true where the server keeps books of statements that can be read here
 * @param quiet true where nothing but statements writes to the log
 * @param superuser true where this may look at files and flush the server's memory
 * @see <a href="https://www.postgresql.org/docs/current/pgstatstatements.html">pg_stat_statements</a>
 */
record PostgresBooks(long database, long major, boolean statements, boolean quiet, boolean superuser) {

    /** From here on a session can be told to bring the books up to date. */
    static final int FLUSHES = 15;

    private static final String FACTS = """
            SELECT d.oid,
                   pg_catalog.current_setting('server_version_num')::integer / 10000,
                   (SELECT pg_catalog.count(*) FROM pg_catalog.pg_extension e
                     WHERE e.extname = 'pg_stat_statements' AND d.datname <> pg_catalog.current_database()),
                   (pg_catalog.current_setting('full_page_writes') = 'off'
                      AND pg_catalog.current_setting('autovacuum') = 'off')::integer,
                   (SELECT r.rolsuper FROM pg_catalog.pg_roles r WHERE r.rolname = current_user)::integer
              FROM pg_catalog.pg_database d
             WHERE d.datname = '%s'
            """;

    private static final String COSTS = """
            SELECT coalesce(sum(wal_bytes), 0)::bigint,
                   coalesce(sum(shared_blks_hit + shared_blks_read + local_blks_hit + local_blks_read), 0)::bigint,
                   coalesce(sum(shared_blks_read), 0)::bigint,
                   coalesce(sum(shared_blks_dirtied), 0)::bigint,
                   coalesce(sum(temp_blks_written), 0)::bigint * pg_catalog.current_setting('block_size')::bigint
              FROM pg_stat_statements(false)
             WHERE dbid = %d
            """;

    private static final List<Counter> OF_COSTS =
            List.of(Counter.WAL_BYTES, Counter.BLOCKS, Counter.BLOCKS_READ, Counter.BLOCKS_DIRTIED, Counter.TEMP_BYTES);

    private static final String TOTALS = """
            SELECT pg_catalog.pg_stat_get_db_tuples_returned(o) + pg_catalog.pg_stat_get_db_tuples_fetched(o),
                   pg_catalog.pg_stat_get_db_tuples_inserted(o) + pg_catalog.pg_stat_get_db_tuples_updated(o)
                     + pg_catalog.pg_stat_get_db_tuples_deleted(o),
                   pg_catalog.pg_stat_get_db_blocks_fetched(o),
                   pg_catalog.pg_stat_get_db_blocks_fetched(o) - pg_catalog.pg_stat_get_db_blocks_hit(o),
                   pg_catalog.pg_stat_get_db_temp_bytes(o)
              FROM (SELECT %d::oid AS o) d
            """;

    private static final List<Counter> OF_TOTALS =
            List.of(Counter.ROWS_READ, Counter.ROWS_WRITTEN, Counter.BLOCKS, Counter.BLOCKS_READ, Counter.TEMP_BYTES);

    private static final String LOG = """
            SELECT pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_insert_lsn(), '0/0')::bigint,
                   setting::bigint, pg_catalog.current_setting('wal_block_size')::bigint
              FROM pg_catalog.pg_settings
             WHERE name = 'wal_segment_size'
            """;

    private static final String OTHERS = """
            SELECT pg_catalog.count(*)
              FROM pg_catalog.pg_stat_activity a
             WHERE a.datid = %d AND a.pid NOT IN (%d, pg_catalog.pg_backend_pid())
            """;
    private static final long GONE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private static final String SIZE = "SELECT pg_catalog.pg_database_size(%1$d::oid)";

    // Whoever connects first makes this file anew after it was given up, and it says nothing of the data.
    private static final String SIZE_WITHOUT_CACHE =
            SIZE + " - coalesce((pg_catalog.pg_stat_file('base/%1$d/pg_internal.init', true)).size, 0)";

    static PostgresBooks of(Connection look, String database) throws SQLException {
        long[] facts = Rows.numbers(look, FACTS.formatted(database.replace("'", "''")));
        return new PostgresBooks(facts[0], facts[1], facts[2] > 0, facts[3] > 0, facts[4] > 0);
    }

    /** What the server does later, and what the books hold of earlier steps, is done with before a step. */
    void prepare(Connection look) throws SQLException {
        if (superuser) {
            Rows.execute(look, "CHECKPOINT");
        }
        if (statements) {
            Rows.execute(look, "SELECT pg_stat_statements_reset(0, " + database + "::oid, 0)");
        }
    }

    /**
     * Waits for those to leave who have closed their connections a moment ago: they write their counts last of all.
     *
     * @param process of the session
     * @return false when somebody else stays
     */
    boolean awaitOthersGone(Connection look, long process) throws SQLException {
        long deadline = System.nanoTime() + GONE_NANOS;
        while (Rows.numbers(look, OTHERS.formatted(database, process))[0] > 0) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return true;
    }

    /**
     * The present state; two of them tell what was done in between.
     *
     * @param alone false to leave out what others may write to
     */
    Map<Counter, Long> read(Connection look, boolean alone) throws SQLException {
        Map<Counter, Long> state = new EnumMap<>(Counter.class);
        if (major >= FLUSHES && alone) {
            put(state, OF_TOTALS, Rows.numbers(look, TOTALS.formatted(database)));
        }
        if (statements) {
            put(state, OF_COSTS, Rows.numbers(look, COSTS.formatted(database)));
        } else if (quiet) {
            long[] log = Rows.numbers(look, LOG);
            state.put(Counter.WAL_BYTES, new LogPosition(log[0], log[1], log[2]).bytesBefore());
        }
        String size = superuser ? SIZE_WITHOUT_CACHE : SIZE;
        state.put(Counter.SIZE_BYTES, Rows.numbers(look, size.formatted(database))[0]);
        return state;
    }

    private static void put(Map<Counter, Long> state, List<Counter> counters, long[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            state.put(counters.get(i), numbers[i]);
        }
    }
}
