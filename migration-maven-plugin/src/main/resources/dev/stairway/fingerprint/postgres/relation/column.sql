SELECT t.oid, 'column', t.qname || '.' || pg_catalog.quote_ident(a.attname), ARRAY[
  '#name', a.attname::text,
  '#number', a.attnum::text,
  '#output', y.typoutput::oid::text,
  '#acl', a.attacl::text,
  '#acl default', '{}',
  'type', pg_catalog.format_type(a.atttypid, a.atttypmod),
  'not null', CASE WHEN a.attnotnull THEN 'yes' END,
  CASE WHEN a.attgenerated = '' THEN 'default' ELSE 'generated' END,
  CASE a.attgenerated WHEN '' THEN '' WHEN 's' THEN 'stored: ' ELSE 'virtual: ' END || pg_catalog.pg_get_expr(f.adbin, f.adrelid),
  'identity', CASE a.attidentity WHEN 'a' THEN 'always' WHEN 'd' THEN 'by default' END,
  'collation', CASE WHEN a.attcollation <> y.typcollation THEN a.attcollation::pg_catalog.regcollation::text END,
  'storage', CASE WHEN a.attstorage <> y.typstorage THEN
    CASE a.attstorage WHEN 'p' THEN 'plain' WHEN 'e' THEN 'external' WHEN 'm' THEN 'main' ELSE 'extended' END END,
  'compression', CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END,
  'statistics target', CASE WHEN a.attstattarget >= 0 THEN a.attstattarget::text END,
  '#list options', a.attoptions::text,
  '#secret foreign options', a.attfdwoptions::text,
-- from 18
  'not null constraint', CASE WHEN n.conislocal AND n.conname <> t.relname || '_' || a.attname || '_not_null' THEN pg_catalog.quote_ident(n.conname) END,
  'not null validated', CASE WHEN NOT n.convalidated THEN 'no' END,
  'not null inherited', CASE WHEN n.connoinherit THEN 'no inherit' END,
  'not null comment', CASE WHEN n.oid IS NOT NULL THEN (SELECT d.description FROM pg_catalog.pg_description d
    WHERE d.objoid = n.oid AND d.classoid = 2606 AND d.objsubid = 0) END,
-- end
  'inherited', CASE WHEN a.attinhcount > 0 THEN CASE WHEN a.attislocal THEN 'and local' ELSE 'yes' END END]::text
FROM t JOIN pg_catalog.pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
JOIN pg_catalog.pg_type y ON y.oid = a.atttypid
LEFT JOIN pg_catalog.pg_attrdef f ON f.adrelid = a.attrelid AND f.adnum = a.attnum
-- from 18
LEFT JOIN pg_catalog.pg_constraint n ON a.attnotnull AND n.conrelid = t.oid AND n.contype = 'n' AND n.conkey = ARRAY[a.attnum]
-- end
WHERE t.relkind <> 'S'
