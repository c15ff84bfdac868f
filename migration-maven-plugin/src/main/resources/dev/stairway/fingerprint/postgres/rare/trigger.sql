SELECT t.oid, 'trigger', pg_catalog.quote_ident(g.tgname) || ' on ' || t.qname, ARRAY[
  'definition', pg_catalog.pg_get_triggerdef(g.oid),
  'enabled', CASE g.tgenabled WHEN 'D' THEN 'no' WHEN 'R' THEN 'replica' WHEN 'A' THEN 'always' END,
  'parent', CASE WHEN g.tgparentid <> 0 THEN (
    SELECT p.tgrelid::pg_catalog.regclass::text FROM pg_catalog.pg_trigger p WHERE p.oid = g.tgparentid) END,
  'comment', (SELECT d.description FROM pg_catalog.pg_description d
    WHERE d.objoid = g.oid AND d.classoid = 2620 AND d.objsubid = 0)]::text
FROM t JOIN pg_catalog.pg_trigger g ON g.tgrelid = t.oid
WHERE t.relhastriggers
-- until 14
  AND (NOT g.tgisinternal OR g.tgparentid <> 0 AND g.tgconstraint = 0)
-- end
-- from 15
  AND NOT g.tgisinternal
-- end
