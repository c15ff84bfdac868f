WITH RECURSIVE base AS MATERIALIZED (
SELECT c.oid, c.relkind FROM pg_catalog.pg_class c
WHERE c.oid IN ({source}) AND c.relkind IN ('r', 'p', 'S')
), touched AS MATERIALIZED (
SELECT oid FROM base WHERE relkind <> 'S'
UNION
SELECT a.adrelid FROM base b
JOIN pg_catalog.pg_depend d ON d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = b.oid
  AND d.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass
JOIN pg_catalog.pg_attrdef a ON a.oid = d.objid
WHERE b.relkind = 'S'
UNION
SELECT d.refobjid FROM base b
JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = b.oid
  AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.deptype IN ('i', 'a')
WHERE b.relkind = 'S'
), refs (oid, up, child, parent) AS (
SELECT k.oid, k.conparentid, k.conrelid, k.confrelid FROM pg_catalog.pg_constraint k
WHERE k.contype = 'f' AND (k.conrelid IN (SELECT oid FROM touched) OR k.confrelid IN (SELECT oid FROM touched))
UNION
SELECT u.oid, u.conparentid, u.conrelid, u.confrelid FROM refs r
JOIN pg_catalog.pg_constraint u ON u.oid = r.up
WHERE u.confrelid <> r.parent
), foreign_keys AS (
-- A reference to a partitioned table has one more row per partition, which stands for the actions alone.
SELECT r.oid FROM refs r LEFT JOIN pg_catalog.pg_constraint u ON u.oid = r.up
WHERE (u.oid IS NULL OR u.confrelid = r.parent)
  AND NOT EXISTS (SELECT FROM refs x WHERE x.oid = r.up AND x.parent = r.parent)
), found (kind, relation, name, columns, parent, parent_columns, unchecked, definition, source, condition) AS (
SELECT 'ORPHANED_ROWS', k.conrelid, k.conname::text, p.columns, k.confrelid, p.parent_columns,
  NOT k.convalidated OR x.facts ->> 'conenforced' = 'false', pg_catalog.pg_get_constraintdef(k.oid), NULL::text,
  CASE k.confmatchtype WHEN 'f' THEN 'NOT (' || p.nulls || ')' ELSE p.values END
  || ' AND NOT EXISTS (SELECT 1 FROM ' || CASE t.relkind WHEN 'r' THEN 'ONLY ' ELSE '' END
  || pg_catalog.format('%I.%I', n.nspname, t.relname) || ' p WHERE ' || p.matches || coalesce(p.having, '') || ')'
FROM foreign_keys f JOIN pg_catalog.pg_constraint k ON k.oid = f.oid
JOIN pg_catalog.pg_class t ON t.oid = k.confrelid JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace
CROSS JOIN LATERAL (SELECT pg_catalog.to_jsonb(k) AS facts) x
CROSS JOIN LATERAL (
  SELECT pg_catalog.array_agg(c.attname::text ORDER BY u.i) AS columns,
    pg_catalog.array_agg(q.attname::text ORDER BY u.i) AS parent_columns,
    pg_catalog.string_agg(pg_catalog.format('f.%I IS NOT NULL', c.attname), ' AND ') AS values,
    pg_catalog.string_agg(pg_catalog.format('f.%I IS NULL', c.attname), ' AND ') AS nulls,
    pg_catalog.string_agg(
      CASE WHEN y.last THEN pg_catalog.format('p.%I OPERATOR(pg_catalog.&&) f.%I', q.attname, c.attname)
      ELSE pg_catalog.format('p.%I OPERATOR(%I.%s) f.%I%s', q.attname, s.nspname, o.oprname, c.attname,
        CASE WHEN q.attcollation <> c.attcollation AND q.attcollation <> 0
        THEN (SELECT pg_catalog.format(' COLLATE %I.%I', m.nspname, l.collname) FROM pg_catalog.pg_collation l
          JOIN pg_catalog.pg_namespace m ON m.oid = l.collnamespace WHERE l.oid = q.attcollation) ELSE '' END)
      END, ' AND ' ORDER BY u.i) AS matches,
    pg_catalog.string_agg(CASE WHEN y.last THEN pg_catalog.format(
      ' HAVING f.%I OPERATOR(pg_catalog.<@) pg_catalog.range_agg(p.%I)', c.attname, q.attname) END, '') AS having
  FROM ROWS FROM (pg_catalog.unnest(k.conkey), pg_catalog.unnest(k.confkey), pg_catalog.unnest(k.conpfeqop))
    WITH ORDINALITY u (child, parent, operator, i)
  CROSS JOIN LATERAL (SELECT x.facts ->> 'conperiod' = 'true' AND u.i = pg_catalog.cardinality(k.conkey)) y (last)
  JOIN pg_catalog.pg_attribute c ON c.attrelid = k.conrelid AND c.attnum = u.child
  JOIN pg_catalog.pg_attribute q ON q.attrelid = k.confrelid AND q.attnum = u.parent
  JOIN pg_catalog.pg_operator o ON o.oid = u.operator JOIN pg_catalog.pg_namespace s ON s.oid = o.oprnamespace
) p
UNION ALL
SELECT CASE k.contype WHEN 'c' THEN 'CHECK_VIOLATED' ELSE 'NOT_NULL_VIOLATED' END, k.conrelid, k.conname::text,
  coalesce(p.columns, '{}'), 0, '{}', true, pg_catalog.pg_get_constraintdef(k.oid), NULL,
  CASE k.contype WHEN 'c' THEN 'NOT (' || pg_catalog.pg_get_expr(k.conbin, k.conrelid) || ')' ELSE p.nulls END
FROM pg_catalog.pg_constraint k
LEFT JOIN LATERAL (
  SELECT pg_catalog.array_agg(a.attname::text ORDER BY a.attnum) AS columns,
    pg_catalog.string_agg(pg_catalog.format('f.%I IS NULL', a.attname), ' OR ') AS nulls
  FROM pg_catalog.pg_attribute a WHERE a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)) p ON true
WHERE k.conrelid IN (SELECT oid FROM touched) AND k.contype IN ('c', 'n')
  AND (NOT k.convalidated OR pg_catalog.to_jsonb(k) ->> 'conenforced' = 'false')
  AND (SELECT c.relkind FROM pg_catalog.pg_class c WHERE c.oid = k.conrelid) = 'r'
UNION ALL
SELECT 'DUPLICATE_KEYS', i.indrelid, c.relname::text, coalesce(k.columns, '{}'), 0, '{}', true,
  pg_catalog.pg_get_indexdef(i.indexrelid),
  '(SELECT f.*, pg_catalog.count(*) OVER (PARTITION BY ' || k.keys || ') AS stairway_rows FROM ' || '{table} f WHERE '
  || coalesce(pg_catalog.pg_get_expr(i.indpred, i.indrelid), 'true')
  || CASE WHEN pg_catalog.to_jsonb(i) ->> 'indnullsnotdistinct' = 'true' THEN ''
     ELSE ' AND ' || k.values END || ')',
  'f.stairway_rows > 1'
FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
CROSS JOIN LATERAL (
  SELECT pg_catalog.array_agg(a.attname::text) FILTER (WHERE a.attname IS NOT NULL) AS columns,
    pg_catalog.string_agg(d.definition, ', ' ORDER BY u.i) AS keys,
    pg_catalog.string_agg('(' || d.definition || ') IS NOT NULL', ' AND ') AS values
  FROM pg_catalog.generate_series(1, i.indnkeyatts::int) u (i)
  CROSS JOIN LATERAL (SELECT pg_catalog.pg_get_indexdef(i.indexrelid, u.i, false)) d (definition)
  LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[u.i - 1] AND a.attnum > 0) k
WHERE i.indrelid IN (SELECT oid FROM touched) AND i.indisunique AND NOT i.indisvalid
), named AS (
SELECT f.*, pg_catalog.format('%I.%I', n.nspname, c.relname) AS table_name,
  CASE c.relkind WHEN 'r' THEN 'ONLY ' ELSE '' END || pg_catalog.format('%I.%I', n.nspname, c.relname) AS rows_of,
  (SELECT pg_catalog.format('%I.%I', pn.nspname, pc.relname) FROM pg_catalog.pg_class pc
    JOIN pg_catalog.pg_namespace pn ON pn.oid = pc.relnamespace WHERE pc.oid = f.parent) AS parent_name,
  k.shown, k.ordered
FROM found f JOIN pg_catalog.pg_class c ON c.oid = f.relation JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN LATERAL (
  SELECT pg_catalog.string_agg(
      pg_catalog.format('%L || pg_catalog.left(f.%I::text, 40)', a.attname || '=', a.attname), ' || '', '' || '
      ORDER BY u.i) AS shown,
    pg_catalog.string_agg(pg_catalog.format('f.%I', a.attname), ', ' ORDER BY u.i) AS ordered
  FROM pg_catalog.pg_index i CROSS JOIN LATERAL pg_catalog.unnest(i.indkey::pg_catalog.int2[]) WITH ORDINALITY u (n, i)
  JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = u.n
  WHERE i.indrelid = f.relation AND i.indisprimary) k ON true
)
SELECT s.kind, s.table_name, s.name, s.columns, coalesce(s.parent_name, ''), s.parent_columns, s.unchecked, s.definition,
  'SELECT pg_catalog.count(*) FROM ' || s.rows || ' WHERE ' || s.condition,
  coalesce('SELECT ' || s.shown || ' FROM ' || s.rows || ' WHERE ' || s.condition || ' ORDER BY ' || s.ordered
    || ' LIMIT 3', '')
FROM (SELECT n.*, coalesce(pg_catalog.replace(n.source, '{table}', n.rows_of), n.rows_of) || ' f' AS rows FROM named n) s
UNION ALL
SELECT 'SEQUENCE_BEHIND', t.name, q.name, ARRAY[a.attname::text], '', '{}', false, 'nextval of ' || q.name,
  pg_catalog.format('SELECT CASE WHEN (SELECT pg_catalog.%1$s(f.%2$I) FROM %3$s f) %4$s n.next'
    || ' THEN (SELECT pg_catalog.count(*) FROM %3$s f WHERE f.%2$I %4$s n.next) ELSE 0 END FROM %5$s n',
    w.last, a.attname, t.rows, w.beyond, w.next),
  pg_catalog.format('SELECT ''the next value is '' || n.next || '', the %1$s key '' || pg_catalog.%2$s(f.%3$I)'
    || ' FROM %4$s f, %5$s n GROUP BY n.next',
    CASE w.last WHEN 'max' THEN 'highest' ELSE 'lowest' END, w.last, a.attname, t.rows, w.next)
FROM (SELECT c.oid, pg_catalog.format('%I.%I', n.nspname, c.relname) AS name,
    CASE c.relkind WHEN 'r' THEN 'ONLY ' ELSE '' END || pg_catalog.format('%I.%I', n.nspname, c.relname) AS rows
  FROM touched JOIN pg_catalog.pg_class c ON c.oid = touched.oid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace) t
JOIN pg_catalog.pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0
  AND a.atttypid IN ('int2'::pg_catalog.regtype, 'int4'::pg_catalog.regtype, 'int8'::pg_catalog.regtype,
    'numeric'::pg_catalog.regtype)
  AND (a.atthasdef OR a.attidentity <> '')
  AND EXISTS (SELECT FROM pg_catalog.pg_index i WHERE i.indrelid = t.oid AND i.indisunique AND i.indisvalid
    AND i.indnkeyatts = 1 AND i.indkey[0] = a.attnum AND i.indpred IS NULL)
CROSS JOIN LATERAL (
  SELECT d.objid FROM pg_catalog.pg_depend d
  WHERE a.attidentity <> '' AND d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.deptype = 'i'
    AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = t.oid AND d.refobjsubid = a.attnum
  UNION
  SELECT d.refobjid FROM pg_catalog.pg_attrdef e
  JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass AND d.objid = e.oid
    AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
  WHERE e.adrelid = t.oid AND e.adnum = a.attnum
    AND pg_catalog.pg_get_expr(e.adbin, e.adrelid) ~ '^\(?nextval\(''[^)]*''::regclass\)\)?(::[a-z]+)?$'
) z (sequence)
JOIN pg_catalog.pg_sequence g ON g.seqrelid = z.sequence AND NOT g.seqcycle
CROSS JOIN LATERAL (SELECT pg_catalog.format('%I.%I', n.nspname, c.relname) FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = z.sequence) q (name)
CROSS JOIN LATERAL (SELECT CASE WHEN g.seqincrement > 0 THEN 'max' ELSE 'min' END,
  CASE WHEN g.seqincrement > 0 THEN '>=' ELSE '<=' END,
  pg_catalog.format('(SELECT CASE WHEN is_called THEN last_value::numeric + %s ELSE last_value END AS next FROM %s)',
    g.seqincrement, q.name)) w (last, beyond, next)
ORDER BY 2, 1, 3
