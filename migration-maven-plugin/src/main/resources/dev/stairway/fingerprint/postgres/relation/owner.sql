SELECT t.oid, t.kind, t.qname, ARRAY[
  '#relkind', t.relkind::text,
  '#size', CASE WHEN t.relkind IN ('r', 'm') THEN pg_catalog.pg_relation_size(t.oid)::text END,
  '#file', CASE WHEN t.relkind IN ('r', 'm') THEN pg_catalog.pg_relation_filenode(t.oid)::text END,
  '#acl', t.relacl::text,
  '#acl default', CASE WHEN t.relacl IS NOT NULL THEN pg_catalog.acldefault(CASE t.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", t.relowner)::text END,
  'owner', CASE WHEN t.relowner <> t.datdba THEN pg_catalog.pg_get_userbyid(t.relowner)::text END,
  'persistence', CASE t.relpersistence WHEN 'u' THEN 'unlogged' END,
  '#list options', t.reloptions::text,
  '#list toast options', CASE WHEN t.reltoastrelid <> 0 THEN (
    SELECT x.reloptions::text FROM pg_catalog.pg_class x WHERE x.oid = t.reltoastrelid) END,
  'replica identity', CASE t.relreplident WHEN 'n' THEN CASE WHEN t.relkind IN ('r', 'p') THEN 'nothing' END
    WHEN 'f' THEN 'full' WHEN 'i' THEN 'index' END,
  'row security', CASE WHEN t.relrowsecurity THEN 'yes' END,
  'force row security', CASE WHEN t.relforcerowsecurity THEN 'yes' END,
  'of type', CASE WHEN t.reloftype <> 0 THEN pg_catalog.format_type(t.reloftype, NULL) END,
  'populated', CASE WHEN NOT t.relispopulated THEN 'no' END,
  '#rare', CASE WHEN t.relkind IN ('v', 'm', 'f', 'p') OR t.reltablespace <> 0 OR t.relam NOT IN (0, 2) OR t.relispartition
      OR t.relhastriggers OR t.relhasrules
      OR EXISTS (SELECT FROM pg_catalog.pg_inherits i WHERE i.inhrelid = t.oid)
      OR EXISTS (SELECT FROM pg_catalog.pg_policy p WHERE p.polrelid = t.oid)
      OR EXISTS (SELECT FROM pg_catalog.pg_description d WHERE d.objoid = t.oid AND d.classoid = 1259) THEN 'yes' END]::text
FROM t
