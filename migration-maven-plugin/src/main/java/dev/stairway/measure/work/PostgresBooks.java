package dev.stairway.measure.work;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;

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

    private static final String TOTALS = """
            SELECT pg_catalog.pg_stat_get_db_tuples_returned(o) + pg_catalog.pg_stat_get_db_tuples_fetched(o),
                   pg_catalog.pg_stat_get_db_tuples_inserted(o) + pg_catalog.pg_stat_get_db_tuples_updated(o)
                     + pg_catalog.pg_stat_get_db_tuples_deleted(o),
                   pg_catalog.pg_stat_get_db_blocks_fetched(o),
                   pg_catalog.pg_stat_get_db_blocks_fetched(o) - pg_catalog.pg_stat_get_db_blocks_hit(o),
                   pg_catalog.pg_stat_get_db_temp_bytes(o)
              FROM (SELECT %d::oid AS o) d
            """;

    private static final String LOG = """
            SELECT pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_insert_lsn(), '0/0')::bigint,
                   setting::bigint, pg_catalog.current_setting('wal_block_size')::bigint
              FROM pg_catalog.pg_settings
             WHERE name = 'wal_segment_size'
            """;

    private static final String SIZE = "SELECT pg_catalog.pg_database_size(%d::oid)";

    // Whoever connects first makes this file anew after it was given up, and it says nothing of the data.
    private static final String WITHOUT_CACHE =
            " - coalesce((pg_catalog.pg_stat_file('base/%d/pg_internal.init', true)).size, 0)";

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

    /** The present state; two of them tell what was done in between. */
    Map<Counter, Long> read(Connection look) throws SQLException {
        Map<Counter, Long> state = new EnumMap<>(Counter.class);
        if (major >= FLUSHES) {
            readTotals(look, state);
        }
        if (statements) {
            readCosts(look, state);
        } else if (quiet) {
            long[] log = Rows.numbers(look, LOG);
            state.put(Counter.WAL_BYTES, new LogPosition(log[0], log[1], log[2]).bytesBefore());
        }
        String size = superuser ? SIZE + WITHOUT_CACHE : SIZE;
        state.put(Counter.SIZE_BYTES, Rows.numbers(look, size.replace("%d", Long.toString(database)))[0]);
        return state;
    }

    private void readTotals(Connection look, Map<Counter, Long> state) throws SQLException {
        long[] totals = Rows.numbers(look, TOTALS.formatted(database));
        state.put(Counter.ROWS_READ, totals[0]);
        state.put(Counter.ROWS_WRITTEN, totals[1]);
        state.put(Counter.BLOCKS, totals[2]);
        state.put(Counter.BLOCKS_READ, totals[3]);
        state.put(Counter.TEMP_BYTES, totals[4]);
    }

    private void readCosts(Connection look, Map<Counter, Long> state) throws SQLException {
        long[] costs = Rows.numbers(look, COSTS.formatted(database));
        state.put(Counter.WAL_BYTES, costs[0]);
        state.put(Counter.BLOCKS, costs[1]);
        state.put(Counter.BLOCKS_READ, costs[2]);
        state.put(Counter.BLOCKS_DIRTIED, costs[3]);
        state.put(Counter.TEMP_BYTES, costs[4]);
    }
}
