SELECT t.oid, 'policy', pg_catalog.quote_ident(p.polname) || ' on ' || t.qname, ARRAY[
  'command', CASE p.polcmd WHEN 'r' THEN 'select' WHEN 'a' THEN 'insert' WHEN 'w' THEN 'update' WHEN 'd' THEN 'delete' ELSE 'all' END,
  'permissive', CASE WHEN NOT p.polpermissive THEN 'no' END,
  'roles', (SELECT pg_catalog.string_agg(r, ', ' ORDER BY r) FROM (
    SELECT CASE WHEN o = 0 THEN 'public' ELSE pg_catalog.pg_get_userbyid(o)::text END AS r FROM pg_catalog.unnest(p.polroles) o) x),
  'using', pg_catalog.pg_get_expr(p.polqual, p.polrelid),
  'with check', pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid),
  'comment', (SELECT d.description FROM pg_catalog.pg_description d
    WHERE d.objoid = p.oid AND d.classoid = 3256 AND d.objsubid = 0)]::text
FROM t JOIN pg_catalog.pg_policy p ON p.polrelid = t.oid
WHERE t.relkind IN ('r', 'p')
