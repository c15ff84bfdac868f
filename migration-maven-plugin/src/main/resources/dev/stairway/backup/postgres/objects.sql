-- Every object that others can need, with the statement that makes it: class, oid, rank (from 20 on what comes after the rows).
WITH member AS (SELECT classid, objid FROM pg_depend WHERE deptype = 'e'),
space AS (SELECT oid, nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'),
relation AS (
  SELECT c.* FROM pg_class c JOIN space n ON n.oid = c.relnamespace
  WHERE NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_class'::regclass AND m.objid = c.oid)),
type AS (
  SELECT t.* FROM pg_type t JOIN space n ON n.oid = t.typnamespace
  WHERE NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_type'::regclass AND m.objid = t.oid)),
col AS (
  SELECT a.attrelid, a.attnum, format('%I %s%s%s%s%s%s',
      a.attname,
      format_type(a.atttypid, a.atttypmod),
      (SELECT format(' COLLATE %I.%I', n.nspname, l.collname) FROM pg_collation l
       JOIN pg_namespace n ON n.oid = l.collnamespace WHERE l.oid = a.attcollation AND a.attcollation <> t.typcollation),
      CASE a.attcompression WHEN 'p' THEN ' COMPRESSION pglz' WHEN 'l' THEN ' COMPRESSION lz4' END,
      CASE WHEN a.attgenerated <> '' THEN (
        SELECT format(' GENERATED ALWAYS AS (%s) %s', pg_get_expr(d.adbin, d.adrelid),
                      CASE a.attgenerated WHEN 's' THEN 'STORED' ELSE 'VIRTUAL' END)
        FROM pg_attrdef d WHERE d.adrelid = a.attrelid AND d.adnum = a.attnum) END,
      CASE WHEN a.attidentity <> '' AND NOT r.relispartition THEN (
        SELECT format(' GENERATED %s AS IDENTITY (SEQUENCE NAME %s START WITH %s INCREMENT BY %s MINVALUE %s MAXVALUE %s CACHE %s%s)',
                      CASE a.attidentity WHEN 'a' THEN 'ALWAYS' ELSE 'BY DEFAULT' END,
                      s.seqrelid::regclass, s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache,
                      CASE WHEN s.seqcycle THEN ' CYCLE' END)
        FROM pg_depend d JOIN pg_sequence s ON s.seqrelid = d.objid
        WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.deptype = 'i'
          AND d.refobjid = a.attrelid AND d.refobjsubid = a.attnum) END,
      CASE WHEN a.attnotnull THEN coalesce((
        SELECT format(' CONSTRAINT %I NOT NULL%s', k.conname, CASE WHEN k.connoinherit THEN ' NO INHERIT' END)
        FROM pg_constraint k WHERE k.conrelid = a.attrelid AND k.contype = 'n' AND k.conkey = ARRAY[a.attnum]
          AND k.convalidated), ' NOT NULL') END) AS text
  FROM pg_attribute a JOIN relation r ON r.oid = a.attrelid JOIN pg_type t ON t.oid = a.atttypid
  WHERE a.attnum > 0 AND NOT a.attisdropped),
cols AS (SELECT attrelid, string_agg(text, E',\n  ' ORDER BY attnum) AS text FROM col GROUP BY attrelid),
names AS (
  SELECT a.attrelid, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS text
  FROM pg_attribute a JOIN relation r ON r.oid = a.attrelid
  WHERE a.attnum > 0 AND NOT a.attisdropped GROUP BY a.attrelid),
-- Those of the table that holds its long values have a prefix.
options AS (
  SELECT c.oid, c.reloptions || (SELECT array_agg('toast.' || o.text) FROM unnest(t.reloptions) o (text)) AS options
  FROM relation c LEFT JOIN pg_class t ON t.oid = c.reltoastrelid)
-- One that is there in every new database, with rights that a new one of that name would not have.
SELECT 'pg_namespace'::regclass::oid::int8, 0, 0, 'DROP SCHEMA public'
WHERE NOT EXISTS (SELECT FROM pg_namespace WHERE oid = 2200 AND nspname = 'public')
UNION ALL
SELECT 'pg_namespace'::regclass::oid::int8, n.oid::int8, 1, format('CREATE SCHEMA IF NOT EXISTS %I', n.nspname)
FROM space n
WHERE NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_namespace'::regclass AND m.objid = n.oid)
UNION ALL
SELECT 'pg_extension'::regclass::oid::int8, e.oid::int8, 2,
       format('CREATE EXTENSION IF NOT EXISTS %I SCHEMA %I VERSION %L', e.extname, n.nspname, e.extversion)
FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
WHERE e.extname <> 'plpgsql'
UNION ALL
SELECT 'pg_type'::regclass::oid::int8, t.oid::int8, 3, format('CREATE TYPE %s AS ENUM (%s)', t.oid::regtype, (
         SELECT string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid))
FROM type t WHERE t.typtype = 'e'
UNION ALL
SELECT 'pg_type'::regclass::oid::int8, t.oid::int8, 4, format('CREATE DOMAIN %s AS %s%s%s%s%s',
         t.oid::regtype,
         format_type(t.typbasetype, t.typtypmod),
         (SELECT format(' COLLATE %I.%I', n.nspname, l.collname) FROM pg_collation l
          JOIN pg_namespace n ON n.oid = l.collnamespace JOIN pg_type b ON b.oid = t.typbasetype
          WHERE l.oid = t.typcollation AND t.typcollation <> b.typcollation),
         ' DEFAULT ' || t.typdefault,
         CASE WHEN t.typnotnull AND NOT EXISTS (
           SELECT FROM pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'n') THEN ' NOT NULL' END,
         (SELECT string_agg(format(' CONSTRAINT %I %s', k.conname, pg_get_constraintdef(k.oid)), '' ORDER BY k.conname)
          FROM pg_constraint k WHERE k.contypid = t.oid))
FROM type t WHERE t.typtype = 'd'
UNION ALL
SELECT 'pg_class'::regclass::oid::int8, c.oid::int8, 5, format('CREATE TYPE %s AS (%s)', c.oid::regclass, l.text)
FROM relation c LEFT JOIN cols l ON l.attrelid = c.oid WHERE c.relkind = 'c'
UNION ALL
SELECT 'pg_proc'::regclass::oid::int8, p.oid::int8, 6, pg_get_functiondef(p.oid)
FROM pg_proc p JOIN space n ON n.oid = p.pronamespace
WHERE p.prokind IN ('f', 'p', 'w')
  AND NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_proc'::regclass AND m.objid = p.oid)
UNION ALL
SELECT 'pg_class'::regclass::oid::int8, c.oid::int8, 7, format('CREATE %sTABLE %s (%s)%s%s',
         CASE c.relpersistence WHEN 'u' THEN 'UNLOGGED ' END,
         c.oid::regclass,
         l.text,
         CASE c.relkind WHEN 'p' THEN ' PARTITION BY ' || pg_get_partkeydef(c.oid) END,
         ' WITH (' || array_to_string(o.options, ', ') || ')')
FROM relation c JOIN options o ON o.oid = c.oid LEFT JOIN cols l ON l.attrelid = c.oid WHERE c.relkind IN ('r', 'p')
UNION ALL
SELECT 'pg_class'::regclass::oid::int8, c.oid::int8, 8,
       format('CREATE %sSEQUENCE %s AS %s START WITH %s INCREMENT BY %s MINVALUE %s MAXVALUE %s CACHE %s%s',
         CASE c.relpersistence WHEN 'u' THEN 'UNLOGGED ' END,
         c.oid::regclass, s.seqtypid::regtype, s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache,
         CASE WHEN s.seqcycle THEN ' CYCLE' END)
FROM relation c JOIN pg_sequence s ON s.seqrelid = c.oid
WHERE NOT EXISTS (SELECT FROM pg_depend d
                  WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'i')
UNION ALL
SELECT 'pg_class'::regclass::oid::int8, c.oid::int8, 9,
       format('CREATE VIEW %s (%s)%s AS %s', c.oid::regclass, l.text,
         ' WITH (' || array_to_string(c.reloptions, ', ') || ')', pg_get_viewdef(c.oid))
FROM relation c JOIN names l ON l.attrelid = c.oid WHERE c.relkind = 'v'
UNION ALL
SELECT 'pg_class'::regclass::oid::int8, c.oid::int8, 10,
       format('CREATE MATERIALIZED VIEW %s (%s)%s AS %s WITH NO DATA', c.oid::regclass, l.text,
         ' WITH (' || array_to_string(o.options, ', ') || ')', rtrim(pg_get_viewdef(c.oid), ';'))
FROM relation c JOIN options o ON o.oid = c.oid JOIN names l ON l.attrelid = c.oid WHERE c.relkind = 'm'
UNION ALL
SELECT 'pg_attrdef'::regclass::oid::int8, d.oid::int8, 11,
       format('ALTER TABLE %s %s ALTER COLUMN %I SET DEFAULT %s', CASE WHEN c.relkind = 'v' THEN '' ELSE 'ONLY' END,
              c.oid::regclass, a.attname, pg_get_expr(d.adbin, d.adrelid))
FROM pg_attrdef d JOIN relation c ON c.oid = d.adrelid
JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
WHERE a.attgenerated = ''
UNION ALL
-- The bound is needed before the rows come, since those of a partition may be of use to nobody else.
SELECT 'pg_inherits'::regclass::oid::int8, c.oid::int8, 12,
       format('ALTER TABLE ONLY %s ATTACH PARTITION %s %s', i.inhparent::regclass, c.oid::regclass,
              pg_get_expr(c.relpartbound, c.oid))
FROM relation c JOIN pg_inherits i ON i.inhrelid = c.oid WHERE c.relispartition AND c.relkind IN ('r', 'p')
UNION ALL
SELECT 'pg_constraint'::regclass::oid::int8, k.oid::int8, CASE k.contype WHEN 'c' THEN 21 WHEN 'f' THEN 25 WHEN 'n' THEN 21 ELSE 20 END,
       format('ALTER TABLE %s %s ADD CONSTRAINT %I %s', CASE WHEN k.contype IN ('p', 'u', 'x') THEN 'ONLY' END,
              k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid))
FROM pg_constraint k JOIN relation c ON c.oid = k.conrelid
WHERE k.contype IN ('p', 'u', 'x')
   OR k.contype = 'f' AND k.conparentid = 0
   OR k.contype = 'c' AND k.coninhcount = 0
   OR k.contype = 'n' AND k.coninhcount = 0 AND NOT k.convalidated
UNION ALL
SELECT 'pg_class'::regclass::oid::int8, i.indexrelid::int8, 22, pg_get_indexdef(i.indexrelid)
FROM pg_index i JOIN relation c ON c.oid = i.indrelid
WHERE NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
UNION ALL
SELECT 'pg_inherits'::regclass::oid::int8, c.oid::int8, 23,
       format('ALTER INDEX %s ATTACH PARTITION %s', i.inhparent::regclass, c.oid::regclass)
FROM relation c JOIN pg_inherits i ON i.inhrelid = c.oid WHERE c.relkind IN ('i', 'I')
UNION ALL
SELECT 'pg_statistic_ext'::regclass::oid::int8, s.oid::int8, 26, pg_get_statisticsobjdef(s.oid)
FROM pg_statistic_ext s JOIN relation c ON c.oid = s.stxrelid
UNION ALL
SELECT 'pg_rewrite'::regclass::oid::int8, r.oid::int8, 27, pg_get_ruledef(r.oid)
FROM pg_rewrite r JOIN relation c ON c.oid = r.ev_class WHERE r.rulename <> '_RETURN'
UNION ALL
SELECT 'pg_trigger'::regclass::oid::int8, t.oid::int8, 28, pg_get_triggerdef(t.oid)
FROM pg_trigger t JOIN relation c ON c.oid = t.tgrelid WHERE NOT t.tgisinternal AND t.tgparentid = 0
