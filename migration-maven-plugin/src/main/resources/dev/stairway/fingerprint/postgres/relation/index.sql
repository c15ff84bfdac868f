SELECT t.oid, CASE WHEN k.oid IS NULL THEN 'index' ELSE 'index of constraint' END,
  CASE WHEN k.oid IS NULL THEN t.qname_schema || pg_catalog.quote_ident(x.relname) ELSE pg_catalog.quote_ident(x.relname) END
    || ' on ' || t.qname, ARRAY[
  '#unique columns', CASE WHEN i.indisunique AND i.indisvalid AND i.indimmediate AND i.indpred IS NULL AND i.indexprs IS NULL
    THEN i.indkey::text END,
  '#key count', i.indnkeyatts::text,
  'definition', CASE WHEN k.oid IS NULL THEN pg_catalog.pg_get_indexdef(i.indexrelid) END,
  'valid', CASE WHEN NOT i.indisvalid THEN 'no' END,
  'ready', CASE WHEN NOT i.indisready THEN 'no' END,
  'live', CASE WHEN NOT i.indislive THEN 'no' END,
  'immediate', CASE WHEN NOT i.indimmediate THEN 'no' END,
  'clustered', CASE WHEN i.indisclustered THEN 'yes' END,
  'replica identity', CASE WHEN i.indisreplident THEN 'yes' END,
  '#list options', x.reloptions::text,
  '#rare', CASE WHEN x.reltablespace <> 0 OR x.relispartition OR i.indexprs IS NOT NULL THEN 'yes' END,
  'comment', (SELECT d.description FROM pg_catalog.pg_description d
    WHERE d.objoid = x.oid AND d.classoid = 1259 AND d.objsubid = 0)]::text
FROM t JOIN pg_catalog.pg_index i ON i.indrelid = t.oid JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
LEFT JOIN pg_catalog.pg_constraint k ON k.conrelid = t.oid AND k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x')
WHERE t.relhasindex
