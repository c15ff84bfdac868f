SELECT p.oid, 'publication', pg_catalog.quote_ident(p.pubname), ARRAY[
  'owner', {owner:p.pubowner},
  'all tables', CASE WHEN p.puballtables THEN 'yes' END,
  'operations', pg_catalog.concat_ws(', ', CASE WHEN p.pubinsert THEN 'insert' END, CASE WHEN p.pubupdate THEN 'update' END,
    CASE WHEN p.pubdelete THEN 'delete' END, CASE WHEN p.pubtruncate THEN 'truncate' END),
  'via root', CASE WHEN p.pubviaroot THEN 'yes' END,
-- from 18
  'generated columns', CASE WHEN p.pubgencols <> 'n' THEN 'stored' END,
-- end
  'tables', (SELECT pg_catalog.string_agg(x, ', ' ORDER BY x) FROM (
    SELECT r.prrelid::pg_catalog.regclass::text
-- from 15
      || COALESCE(' (' || (SELECT pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ' ORDER BY a.attname) FROM pg_catalog.pg_attribute a
        WHERE a.attrelid = r.prrelid AND a.attnum = ANY (r.prattrs)) || ')', '')
      || COALESCE(' where ' || pg_catalog.pg_get_expr(r.prqual, r.prrelid), '')
-- end
      AS x FROM pg_catalog.pg_publication_rel r WHERE r.prpubid = p.oid) s),
-- from 15
  'schemas', (SELECT pg_catalog.string_agg(n.pnnspid::pg_catalog.regnamespace::text, ', ' ORDER BY n.pnnspid::pg_catalog.regnamespace::text)
    FROM pg_catalog.pg_publication_namespace n WHERE n.pnpubid = p.oid),
-- end
  'comment', {comment:6104:p.oid}]::text
FROM pg_catalog.pg_publication p WHERE {own:6104:p.oid}
