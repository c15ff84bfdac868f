SELECT t.oid, t.kind, t.qname, ARRAY[
  '#relkind', t.relkind::text,
  '#size', CASE WHEN t.relkind IN ('r', 'm') THEN pg_catalog.pg_relation_size(t.oid)::text END,
  '#acl', t.relacl::text,
  '#acl default', CASE WHEN t.relacl IS NOT NULL THEN pg_catalog.acldefault(CASE t.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", t.relowner)::text END,
  'owner', CASE WHEN t.relowner <> t.datdba THEN pg_catalog.pg_get_userbyid(t.relowner)::text END,
  'persistence', CASE t.relpersistence WHEN 'u' THEN 'unlogged' END,
  'options', (SELECT pg_catalog.string_agg(o, ', ' ORDER BY o) FROM pg_catalog.unnest(t.reloptions) o),
  'toast options', CASE WHEN t.reltoastrelid <> 0 THEN (
    SELECT pg_catalog.string_agg(o, ', ' ORDER BY o)
    FROM pg_catalog.pg_class x, pg_catalog.unnest(x.reloptions) o WHERE x.oid = t.reltoastrelid) END,
  'tablespace', CASE WHEN t.reltablespace <> 0 THEN (
    SELECT s.spcname::text FROM pg_catalog.pg_tablespace s WHERE s.oid = t.reltablespace) END,
  'access method', CASE WHEN t.relkind IN ('r', 'm') AND t.relam <> 2 THEN (
    SELECT m.amname::text FROM pg_catalog.pg_am m WHERE m.oid = t.relam) END,
  'replica identity', CASE t.relreplident WHEN 'n' THEN CASE WHEN t.relkind IN ('r', 'p') THEN 'nothing' END
    WHEN 'f' THEN 'full' WHEN 'i' THEN 'index' END,
  'row security', CASE WHEN t.relrowsecurity THEN 'yes' END,
  'force row security', CASE WHEN t.relforcerowsecurity THEN 'yes' END,
  'partition bound', CASE WHEN t.relispartition THEN pg_catalog.pg_get_expr(t.relpartbound, t.oid) END,
  'partition key', CASE WHEN t.relkind = 'p' THEN pg_catalog.pg_get_partkeydef(t.oid) END,
  'parents', CASE WHEN t.relkind IN ('r', 'p', 'f') THEN (
    SELECT pg_catalog.string_agg(i.inhparent::pg_catalog.regclass::text || CASE WHEN i.inhdetachpending THEN ' (detach pending)' ELSE '' END, ', ' ORDER BY i.inhseqno)
    FROM pg_catalog.pg_inherits i WHERE i.inhrelid = t.oid) END,
  'of type', CASE WHEN t.reloftype <> 0 THEN pg_catalog.format_type(t.reloftype, NULL) END,
  'populated', CASE WHEN NOT t.relispopulated THEN 'no' END,
  'column order', CASE WHEN t.relkind <> 'S' THEN (
    SELECT pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ' ORDER BY a.attnum)
    FROM pg_catalog.pg_attribute a WHERE a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped) END,
  'definition', CASE WHEN t.relkind IN ('v', 'm') THEN pg_catalog.pg_get_viewdef(t.oid) END,
  'foreign server', CASE WHEN t.relkind = 'f' THEN (
    SELECT s.srvname::text FROM pg_catalog.pg_foreign_table f JOIN pg_catalog.pg_foreign_server s ON s.oid = f.ftserver
    WHERE f.ftrelid = t.oid) END,
  '#secret foreign options', CASE WHEN t.relkind = 'f' THEN (
    SELECT pg_catalog.string_agg(o, ', ' ORDER BY o)
    FROM pg_catalog.pg_foreign_table f, pg_catalog.unnest(f.ftoptions) o WHERE f.ftrelid = t.oid) END,
  'comment', (SELECT d.description FROM pg_catalog.pg_description d
    WHERE d.objoid = t.oid AND d.classoid = 1259 AND d.objsubid = 0)]::text
FROM t
