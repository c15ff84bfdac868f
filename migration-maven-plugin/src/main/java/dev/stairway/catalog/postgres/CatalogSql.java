package dev.stairway.catalog.postgres;

/**
 * Queries of the catalogs, each for all schemas of users, or for one.
 *
 * <p>See <a href="https://www.postgresql.org/docs/current/catalogs.html">System Catalogs</a>.
 */
final class CatalogSql {

    /** What users made themselves: nothing of the server, nothing temporary, nothing of an extension, no partition. */
    private static final String OURS = """
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relpersistence <> 't' AND NOT c.relispartition
              AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_toast%'
              AND (? = '' OR n.nspname = ?)
              AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                              WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                                AND d.objid = c.oid AND d.deptype = 'e')
            """;

    /** Materialized views have indexes and foreign tables have checks; neither is a table here. */
    private static final String TABLES = " AND c.relkind IN ('r', 'p') ";

    static final String RELATIONS = "SELECT c.oid, n.nspname, c.relname, c.relkind FROM pg_catalog.pg_class c " + OURS
            + " AND c.relkind IN ('r', 'p', 'v', 'm') ORDER BY n.nspname, c.relname";

    static final String COLUMNS = """
            SELECT a.attrelid, a.attnum, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), a.atttypid,
                   a.attnotnull, a.attidentity, a.attgenerated, pg_catalog.pg_get_expr(f.adbin, f.adrelid)
            FROM pg_catalog.pg_class c
            JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            LEFT JOIN pg_catalog.pg_attrdef f ON f.adrelid = a.attrelid AND f.adnum = a.attnum
            """ + OURS + TABLES + "ORDER BY a.attrelid, a.attnum";

    /** Types that are no plain ones of the server. */
    static final String TYPES = """
            SELECT t.oid, t.typtype, t.typcategory, t.typbasetype, t.typnotnull,
                   CASE WHEN t.typtype = 'd' THEN pg_catalog.format_type(t.typbasetype, t.typtypmod) END,
                   (SELECT pg_catalog.string_agg(pg_catalog.pg_get_constraintdef(k.oid), chr(1) ORDER BY k.conname)
                    FROM pg_catalog.pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c'),
                   (SELECT pg_catalog.array_agg(l.enumlabel::text ORDER BY l.enumsortorder)
                    FROM pg_catalog.pg_enum l WHERE l.enumtypid = t.oid)
            FROM pg_catalog.pg_type t
            WHERE t.typtype IN ('d', 'e') OR t.typcategory = 'A'
            """;

    static final String CONSTRAINTS = """
            SELECT k.conrelid, k.contype, k.conname, k.conkey, k.confkey, k.confrelid, k.confdeltype, k.confupdtype,
                   k.condeferrable, CASE WHEN k.contype = 'c' THEN pg_catalog.pg_get_constraintdef(k.oid) END
            FROM pg_catalog.pg_class c
            JOIN pg_catalog.pg_constraint k ON k.conrelid = c.oid AND k.contype IN ('p', 'u', 'f', 'c')
            """ + OURS + TABLES + "ORDER BY k.conrelid, k.conname";

    /** Those that no constraint has. */
    static final String INDEXES = """
            SELECT i.indrelid, x.relname, i.indisunique, pg_catalog.pg_get_expr(i.indpred, i.indrelid),
                   (SELECT pg_catalog.array_agg(pg_catalog.pg_get_indexdef(i.indexrelid, part, false) ORDER BY part)
                    FROM pg_catalog.generate_series(1, i.indnkeyatts) AS part),
                   (SELECT pg_catalog.array_agg((i.indoption[part - 1] & 1) = 1 ORDER BY part)
                    FROM pg_catalog.generate_series(1, i.indnkeyatts) AS part)
            FROM pg_catalog.pg_class c
            JOIN pg_catalog.pg_index i ON i.indrelid = c.oid
            JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
            """ + OURS + TABLES + """
              AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k
                              WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
            ORDER BY i.indrelid, x.relname
            """;

    private CatalogSql() {}
}
