SELECT t.oid, 'rule', pg_catalog.quote_ident(r.rulename) || ' on ' || t.qname, ARRAY[
  'definition', pg_catalog.pg_get_ruledef(r.oid),
  'enabled', CASE r.ev_enabled WHEN 'D' THEN 'no' WHEN 'R' THEN 'replica' WHEN 'A' THEN 'always' END,
  'comment', (SELECT d.description FROM pg_catalog.pg_description d
    WHERE d.objoid = r.oid AND d.classoid = 2618 AND d.objsubid = 0)]::text
FROM t JOIN pg_catalog.pg_rewrite r ON r.ev_class = t.oid
WHERE t.relhasrules AND r.rulename <> '_RETURN'
