SELECT t.oid, CASE WHEN k.oid IS NULL THEN 'index' ELSE 'index of constraint' END,
  CASE WHEN k.oid IS NULL THEN t.qname_schema || pg_catalog.quote_ident(x.relname) ELSE pg_catalog.quote_ident(x.relname) END
    || ' on ' || t.qname, ARRAY[
  '#unique columns', CASE WHEN i.indisunique AND i.indisvalid AND i.indimmediate AND i.indpred IS NULL AND i.indexprs IS NULL
    THEN (SELECT pg_catalog.array_agg(i.indkey[n])::text FROM pg_catalog.generate_series(0, i.indnkeyatts - 1) n) END,
  'definition', pg_catalog.pg_get_indexdef(i.indexrelid),
  'valid', CASE WHEN NOT i.indisvalid THEN 'no' END,
  'ready', CASE WHEN NOT i.indisready THEN 'no' END,
  'live', CASE WHEN NOT i.indislive THEN 'no' END,
  'immediate', CASE WHEN NOT i.indimmediate THEN 'no' END,
  'clustered', CASE WHEN i.indisclustered THEN 'yes' END,
  'replica identity', CASE WHEN i.indisreplident THEN 'yes' END,
  'tablespace', CASE WHEN x.reltablespace <> 0 THEN (
    SELECT s.spcname::text FROM pg_catalog.pg_tablespace s WHERE s.oid = x.reltablespace) END,
  'options', CASE WHEN x.reloptions IS NOT NULL THEN (
    SELECT pg_catalog.string_agg(o, ', ' ORDER BY o) FROM pg_catalog.unnest(x.reloptions) o) END,
  'parent', CASE WHEN x.relispartition THEN (
    SELECT p.inhparent::pg_catalog.regclass::text FROM pg_catalog.pg_inherits p WHERE p.inhrelid = x.oid) END,
  'statistics targets', (
    SELECT pg_catalog.string_agg(a.attnum || '=' || a.attstattarget, ', ' ORDER BY a.attnum)
    FROM pg_catalog.pg_attribute a WHERE a.attrelid = x.oid AND a.attnum > 0 AND a.attstattarget >= 0),
  'comment', (SELECT d.description FROM pg_catalog.pg_description d
    WHERE d.objoid = x.oid AND d.classoid = 1259 AND d.objsubid = 0)]::text
FROM t JOIN pg_catalog.pg_index i ON i.indrelid = t.oid JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
LEFT JOIN pg_catalog.pg_constraint k ON k.conrelid = t.oid AND k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x')
WHERE t.relhasindex
