SELECT 2613, 'large objects', 'all', ARRAY[
  'contents', pg_catalog.string_agg(x.content, ', ' ORDER BY x.content)]::text
FROM (SELECT pg_catalog.concat_ws(' ', COALESCE(pg_catalog.sum(pg_catalog.length(b.data)), 0) || ' bytes',
    pg_catalog.md5(pg_catalog.string_agg(b.pageno || ':' || pg_catalog.md5(b.data), ',' ORDER BY b.pageno)),
    'owner ' || pg_catalog.pg_get_userbyid(l.lomowner), 'privileges ' || l.lomacl::text, 'comment ' || {comment:2613:l.oid}) AS content
  FROM pg_catalog.pg_largeobject_metadata l LEFT JOIN {large object pages} b ON b.loid = l.oid
  GROUP BY l.oid, l.lomowner, l.lomacl) x
HAVING pg_catalog.count(*) > 0
