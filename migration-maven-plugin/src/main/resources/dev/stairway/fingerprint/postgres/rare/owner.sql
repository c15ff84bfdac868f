SELECT t.oid, t.kind, t.qname, ARRAY[
  '#more', 'yes',
  'tablespace', CASE WHEN t.reltablespace <> 0 THEN (
    SELECT s.spcname::text FROM pg_catalog.pg_tablespace s WHERE s.oid = t.reltablespace) END,
  'access method', CASE WHEN t.relkind IN ('r', 'm') AND t.relam <> 2 THEN (
    SELECT m.amname::text FROM pg_catalog.pg_am m WHERE m.oid = t.relam) END,
  'partition bound', CASE WHEN t.relispartition THEN pg_catalog.pg_get_expr(t.relpartbound, t.oid) END,
  'partition key', CASE WHEN t.relkind = 'p' THEN pg_catalog.pg_get_partkeydef(t.oid) END,
  'parents', CASE WHEN t.relkind IN ('r', 'p', 'f') THEN (
    SELECT pg_catalog.string_agg(i.inhparent::pg_catalog.regclass::text || CASE WHEN i.inhdetachpending THEN ' (detach pending)' ELSE '' END, ', ' ORDER BY i.inhseqno)
    FROM pg_catalog.pg_inherits i WHERE i.inhrelid = t.oid) END,
  '#view definition', CASE WHEN t.relkind IN ('v', 'm') THEN pg_catalog.pg_get_viewdef(t.oid) END,
  'foreign server', CASE WHEN t.relkind = 'f' THEN (
    SELECT s.srvname::text FROM pg_catalog.pg_foreign_table f JOIN pg_catalog.pg_foreign_server s ON s.oid = f.ftserver
    WHERE f.ftrelid = t.oid) END,
  '#secret foreign options', CASE WHEN t.relkind = 'f' THEN (
    SELECT f.ftoptions::text FROM pg_catalog.pg_foreign_table f WHERE f.ftrelid = t.oid) END,
  'comment', (SELECT d.description FROM pg_catalog.pg_description d
    WHERE d.objoid = t.oid AND d.classoid = 1259 AND d.objsubid = 0)]::text
FROM t
UNION ALL
SELECT t.oid, 'column', t.qname || '.' || pg_catalog.quote_ident(a.attname), ARRAY[
  '#more', 'yes',
  'comment', d.description]::text
FROM t JOIN pg_catalog.pg_description d ON d.objoid = t.oid AND d.classoid = 1259 AND d.objsubid > 0
JOIN pg_catalog.pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.objsubid
UNION ALL
SELECT t.oid, CASE k.contype WHEN 'p' THEN 'primary key' WHEN 'u' THEN 'unique constraint' WHEN 'f' THEN 'foreign key'
    WHEN 'c' THEN 'check constraint' WHEN 'x' THEN 'exclusion constraint' WHEN 't' THEN 'constraint trigger' ELSE 'constraint' END, pg_catalog.quote_ident(k.conname) || ' on ' || t.qname, ARRAY[
  '#more', 'yes',
  'parent', CASE WHEN k.conparentid <> 0 THEN (
    SELECT pg_catalog.quote_ident(p.conname) || ' on ' || p.conrelid::pg_catalog.regclass::text
    FROM pg_catalog.pg_constraint p WHERE p.oid = k.conparentid) END,
  'triggers', CASE WHEN k.contype = 'f' THEN (
    SELECT pg_catalog.string_agg(DISTINCT CASE g.tgenabled WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'replica' ELSE 'always' END, ', ')
    FROM pg_catalog.pg_trigger g WHERE g.tgconstraint = k.oid AND g.tgenabled <> 'O') END]::text
FROM t JOIN pg_catalog.pg_constraint k ON k.conrelid = t.oid
WHERE t.relkind IN ('r', 'p', 'f') AND k.contype IN ('p', 'u', 'f', 'c', 'x')
