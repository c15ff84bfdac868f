SELECT t.oid, 'column', t.qname || '.' || pg_catalog.quote_ident(a.attname), ARRAY[
  '#name', a.attname::text,
  '#number', a.attnum::text,
  '#output', y.typoutput::oid::text,
  '#acl', a.attacl::text,
  '#acl default', '{}',
  'type', pg_catalog.format_type(a.atttypid, a.atttypmod),
  'not null', CASE WHEN a.attnotnull THEN 'yes' END,
  'default', CASE WHEN a.atthasdef AND a.attgenerated = '' THEN (
    SELECT pg_catalog.pg_get_expr(d.adbin, d.adrelid) FROM pg_catalog.pg_attrdef d
    WHERE d.adrelid = a.attrelid AND d.adnum = a.attnum) END,
  'generated', CASE WHEN a.attgenerated <> '' THEN (
    SELECT CASE a.attgenerated WHEN 's' THEN 'stored: ' ELSE 'virtual: ' END || pg_catalog.pg_get_expr(d.adbin, d.adrelid)
    FROM pg_catalog.pg_attrdef d WHERE d.adrelid = a.attrelid AND d.adnum = a.attnum) END,
  'identity', CASE a.attidentity WHEN 'a' THEN 'always' WHEN 'd' THEN 'by default' END,
  'collation', CASE WHEN a.attcollation <> y.typcollation THEN a.attcollation::pg_catalog.regcollation::text END,
  'storage', CASE WHEN a.attstorage <> y.typstorage THEN
    CASE a.attstorage WHEN 'p' THEN 'plain' WHEN 'e' THEN 'external' WHEN 'm' THEN 'main' ELSE 'extended' END END,
  'compression', CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END,
  'statistics target', CASE WHEN a.attstattarget >= 0 THEN a.attstattarget::text END,
  'options', CASE WHEN a.attoptions IS NOT NULL THEN (
    SELECT pg_catalog.string_agg(o, ', ' ORDER BY o) FROM pg_catalog.unnest(a.attoptions) o) END,
  '#secret foreign options', CASE WHEN a.attfdwoptions IS NOT NULL THEN (
    SELECT pg_catalog.string_agg(o, ', ' ORDER BY o) FROM pg_catalog.unnest(a.attfdwoptions) o) END,
  'inherited', CASE WHEN a.attinhcount > 0 THEN CASE WHEN a.attislocal THEN 'and local' ELSE 'yes' END END,
-- from 18
  'not null constraint', CASE WHEN a.attnotnull THEN (
    SELECT CASE WHEN k.conname <> t.relname || '_' || a.attname || '_not_null' THEN pg_catalog.quote_ident(k.conname) END
    FROM pg_catalog.pg_constraint k
    WHERE k.conrelid = t.oid AND k.contype = 'n' AND k.conkey = ARRAY[a.attnum]) END,
  'not null validated', CASE WHEN a.attnotnull THEN (
    SELECT CASE WHEN NOT k.convalidated THEN 'no' END FROM pg_catalog.pg_constraint k
    WHERE k.conrelid = t.oid AND k.contype = 'n' AND k.conkey = ARRAY[a.attnum]) END,
  'not null inherited', CASE WHEN a.attnotnull THEN (
    SELECT CASE WHEN k.connoinherit THEN 'no inherit' END FROM pg_catalog.pg_constraint k
    WHERE k.conrelid = t.oid AND k.contype = 'n' AND k.conkey = ARRAY[a.attnum]) END,
-- end
  'comment', (SELECT d.description FROM pg_catalog.pg_description d
    WHERE d.objoid = t.oid AND d.classoid = 1259 AND d.objsubid = a.attnum)]::text
FROM t JOIN pg_catalog.pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
JOIN pg_catalog.pg_type y ON y.oid = a.atttypid
WHERE t.relkind <> 'S'
