SELECT t.oid, CASE WHEN k.oid IS NULL THEN 'index' ELSE 'index of constraint' END,
  CASE WHEN k.oid IS NULL THEN t.qname_schema || pg_catalog.quote_ident(x.relname) ELSE pg_catalog.quote_ident(x.relname) END
    || ' on ' || t.qname, ARRAY[
  '#more', 'yes',
  'tablespace', CASE WHEN x.reltablespace <> 0 THEN (
    SELECT s.spcname::text FROM pg_catalog.pg_tablespace s WHERE s.oid = x.reltablespace) END,
  'parent', CASE WHEN x.relispartition THEN (
    SELECT p.inhparent::pg_catalog.regclass::text FROM pg_catalog.pg_inherits p WHERE p.inhrelid = x.oid) END,
  'statistics targets', (
    SELECT pg_catalog.string_agg(a.attnum || '=' || a.attstattarget, ', ' ORDER BY a.attnum)
    FROM pg_catalog.pg_attribute a WHERE a.attrelid = x.oid AND a.attnum > 0 AND a.attstattarget >= 0)]::text
FROM t JOIN pg_catalog.pg_index i ON i.indrelid = t.oid JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
LEFT JOIN pg_catalog.pg_constraint k ON k.conrelid = t.oid AND k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x')
WHERE t.relhasindex
