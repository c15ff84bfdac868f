package dev.stairway.data.postgres;

/**
 * Queries of the catalogs. Those of tables take two arrays: oids, and quoted names, of which a partition stands for the
 * root of its tree.
 *
 * <p>See <a href="https://www.postgresql.org/docs/current/catalogs.html">System Catalogs</a>.
 */
final class CatalogSql {

    static final String ALL_TABLES = """
            SELECT c.oid FROM pg_catalog.pg_class c
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence <> 't'
              AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_toast%'
              AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                              WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                                AND d.objid = c.oid AND d.deptype = 'e')
            """;

    /**
     * The tables that are asked for. Looked up one by one, as names are in the other queries: for a join the planner would
     * read the whole of pg_class, whatever the number of tables asked for.
     */
    private static final String ASKED = """
            ($1 || ARRAY(SELECT DISTINCT coalesce(pg_catalog.pg_partition_root(found.oid)::pg_catalog.oid, found.oid)
                         FROM (SELECT (SELECT g.oid FROM pg_catalog.pg_class g
                                       WHERE g.oid = pg_catalog.to_regclass(given.name)
                                         AND g.relkind IN ('r', 'p') AND g.relpersistence <> 't') AS oid
                               FROM pg_catalog.unnest($2) AS given(name) OFFSET 0) AS found
                         WHERE found.oid IS NOT NULL))
            """;

    static final String TABLES = """
            SELECT c.oid, (SELECT n.nspname FROM pg_catalog.pg_namespace n WHERE n.oid = c.relnamespace), c.relname,
                   c.relkind
            FROM pg_catalog.pg_class c
            WHERE c.oid = ANY""" + ASKED;

    static final String COLUMNS = """
            SELECT a.attrelid, a.attnum, a.attname, a.atttypid, a.atttypmod, a.attnotnull, a.attidentity, a.attgenerated,
                   CASE WHEN a.atthasdef THEN (SELECT pg_catalog.pg_get_expr(d.adbin, d.adrelid)
                                               FROM pg_catalog.pg_attrdef d
                                               WHERE d.adrelid = a.attrelid AND d.adnum = a.attnum) END
            FROM pg_catalog.pg_attribute a
            WHERE a.attrelid = ANY""" + ASKED + """
              AND a.attnum > 0 AND NOT a.attisdropped
            ORDER BY a.attrelid, a.attnum
            """;

    static final String CONSTRAINTS = """
            SELECT k.conrelid, k.contype, k.conname, k.conkey, k.confkey, fn.nspname, f.relname, k.confmatchtype,
                   k.condeferrable, fp.attnames,
                   CASE WHEN k.contype IN ('c', 'x') THEN pg_catalog.pg_get_constraintdef(k.oid) END
            FROM pg_catalog.pg_constraint k
            LEFT JOIN pg_catalog.pg_class f ON f.oid = k.confrelid
            LEFT JOIN pg_catalog.pg_namespace fn ON fn.oid = f.relnamespace
            LEFT JOIN LATERAL (SELECT pg_catalog.array_agg(p.attname::pg_catalog.text ORDER BY u.position) AS attnames
                               FROM pg_catalog.unnest(k.confkey) WITH ORDINALITY AS u(number, position)
                               JOIN pg_catalog.pg_attribute p ON p.attrelid = k.confrelid AND p.attnum = u.number)
                 AS fp ON k.contype = 'f'
            WHERE k.conrelid = ANY""" + ASKED + """
              AND k.contype IN ('c', 'f', 'x')
              AND NOT (k.contype = 'f' AND k.conparentid <> 0)
            ORDER BY k.conrelid, k.conname
            """;

    /** Unique indexes; the primary key and unique constraints are among them. */
    static final String UNIQUE = """
            SELECT i.indrelid, (SELECT c.relname FROM pg_catalog.pg_class c WHERE c.oid = i.indexrelid) AS relname,
                   i.indkey::pg_catalog.int2[], i.indnkeyatts, %s, i.indpred IS NOT NULL,
                   pg_catalog.pg_get_expr(i.indexprs, i.indrelid)
            FROM pg_catalog.pg_index i
            WHERE i.indrelid = ANY""" + ASKED + """
              AND i.indisunique
            ORDER BY i.indrelid, relname
            """;

    static final String PARTITIONS = """
            SELECT root.oid, t.relid, pg_catalog.pg_get_partition_constraintdef(t.relid)
            FROM pg_catalog.unnest""" + ASKED + """
                 AS root(oid), pg_catalog.pg_partition_tree(root.oid) t
            WHERE t.isleaf AND t.relid <> root.oid
            ORDER BY root.oid, t.relid::pg_catalog.regclass::pg_catalog.text COLLATE "C"
            """;

    static final String TYPES = """
            SELECT t.oid, n.nspname, t.typname, t.typtype, t.typcategory, t.typbasetype, t.typtypmod, t.typelem, t.typrelid,
                   t.typnotnull, r.rngsubtype,
                   (SELECT pg_catalog.array_agg(e.enumlabel::pg_catalog.text ORDER BY e.enumsortorder)
                    FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid),
                   (SELECT pg_catalog.array_agg(pg_catalog.pg_get_constraintdef(k.oid) ORDER BY k.conname)
                    FROM pg_catalog.pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c'),
                   (SELECT pg_catalog.array_agg(a.atttypid::pg_catalog.int8 ORDER BY a.attnum)
                    FROM pg_catalog.pg_attribute a
                    WHERE a.attrelid = t.typrelid AND t.typtype = 'c' AND a.attnum > 0 AND NOT a.attisdropped),
                   (SELECT pg_catalog.array_agg(a.atttypmod ORDER BY a.attnum)
                    FROM pg_catalog.pg_attribute a
                    WHERE a.attrelid = t.typrelid AND t.typtype = 'c' AND a.attnum > 0 AND NOT a.attisdropped),
                   %s
            FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
            LEFT JOIN pg_catalog.pg_range r ON r.rngtypid = t.oid
            WHERE t.oid = ANY (?)
            """;

    /** The range of a multirange. */
    static final String MULTIRANGE_OF = "(SELECT m.rngtypid FROM pg_catalog.pg_range m WHERE m.rngmultitypid = t.oid)";

    private CatalogSql() {}
}
