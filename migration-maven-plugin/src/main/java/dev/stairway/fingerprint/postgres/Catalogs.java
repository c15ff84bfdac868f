package dev.stairway.fingerprint.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The backend's own counters of writes to the system catalogs in the present transaction, as one SQL array.
 *
 * @see <a href="https://www.postgresql.org/docs/current/monitoring-stats.html">The Cumulative Statistics System</a>
 */
final class Catalogs {

    static final int PG_AUTHID = 1260;
    static final int PG_TABLESPACE = 1213;
    static final int PG_DATABASE = 1262;

    /** Written by hand when a row-exclusive lock on them is still held at the end; DDL lets go of it. */
    static final Set<Integer> RELATION_CATALOGS = Set.of(1259, 1249, 2604, 2606, 2610, 2611, 2618, 2620, 2224, 3256);

    private static final List<Integer> COUNTED = allCounted();

    /** Written rows of every relation on which rows may be written, those of discarded sub-transactions included. */
    private static final String ROWS = """
            (SELECT pg_catalog.array_agg(r.relation || ' ' || pg_catalog.pg_stat_get_xact_tuples_inserted(r.relation) || ' '
               || pg_catalog.pg_stat_get_xact_tuples_updated(r.relation)
               + pg_catalog.pg_stat_get_xact_tuples_deleted(r.relation))::text
             FROM (SELECT DISTINCT l.relation FROM locks l WHERE l.locktype = 'relation' AND l.relation >= 16384
               AND l.mode IN ('RowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')) r)""";

    private Catalogs() {}

    /** For every catalog that was written inserts, updates and deletes, then what else the reader needs to know. */
    static String sql(int major) {
        StringBuilder sql = new StringBuilder("SELECT 0::pg_catalog.oid, '#counters', NULL, (SELECT "
                        + "pg_catalog.array_agg(w.catalog || ' ' || w.inserted || ' ' || w.updated || ' ' || w.deleted)::text\n"
                        + "FROM (SELECT c.catalog, pg_catalog.pg_stat_get_xact_tuples_inserted(c.catalog) AS inserted,"
                        + " pg_catalog.pg_stat_get_xact_tuples_updated(c.catalog) AS updated,"
                        + " pg_catalog.pg_stat_get_xact_tuples_deleted(c.catalog) AS deleted FROM pg_catalog.unnest('{")
                .append(COUNTED.stream().map(String::valueOf).collect(Collectors.joining(",")))
                .append("}'::pg_catalog.oid[]) c (catalog)) w\n")
                .append("WHERE w.inserted <> 0 OR w.updated <> 0 OR w.deleted <> 0)\n")
                .append("UNION ALL SELECT 0, '#state', NULL, ARRAY[")
                .append("pg_catalog.current_setting('track_counts'), ")
                .append("(SELECT pg_catalog.max(y.oid)::text FROM pg_catalog.pg_type y), ")
                .append("pg_catalog.pg_current_xact_id_if_assigned()::text, ")
                .append("pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot())::text, ")
                // How many row locks by several transactions at once there were, one of which may be our own.
                .append("pg_catalog.mxid_age('1')::text");
        if (major >= 15) {
            // The counters start from zero in the next transaction only when they are flushed at the end of this one.
            sql.append(", pg_catalog.pg_stat_force_next_flush()::text");
        }
        return sql.append(
                        "]::text\nUNION ALL SELECT 0, '#locks', NULL, "
                                + "(SELECT pg_catalog.array_agg(l.relation || ' ' || l.mode)::text FROM locks l WHERE l.locktype = 'relation')"
                                + "\nUNION ALL SELECT 0, '#rows', NULL, "
                                + ROWS
                                + "\nUNION ALL SELECT 0, '#objects', NULL, "
                                + "(SELECT pg_catalog.array_agg(l.classid || ' ' || l.mode)::text FROM locks l WHERE l.locktype = 'object')")
                .toString();
    }

    private static List<Integer> allCounted() {
        Set<Integer> catalogs = new TreeSet<>(List.of(
                Category.PG_CLASS, Category.PG_ATTRIBUTE, Category.PG_DESCRIPTION, PG_AUTHID, PG_TABLESPACE, 2396));
        Category.ALL.forEach(category -> catalogs.addAll(category.catalogs()));
        return new ArrayList<>(catalogs);
    }
}
