WITH {source}, t AS MATERIALIZED (
SELECT c.*, {database owner}::pg_catalog.oid AS datdba, n.nspname,
  pg_catalog.quote_ident(n.nspname) || '.' AS qname_schema,
  pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname) AS qname,
  CASE c.relkind WHEN 'r' THEN 'table' WHEN 'p' THEN 'table' WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view'
    WHEN 'f' THEN 'foreign table' ELSE 'sequence' END AS kind
FROM touched JOIN pg_catalog.pg_class c ON c.oid = touched.oid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND c.relpersistence <> 't'
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND c.relname::text <> ALL ({bookkeeping}) AND n.nspname || '.' || c.relname <> ALL ({bookkeeping})
  AND {own:1259:c.oid}
)
SELECT x.relation, x.kind, x.name, x.attributes FROM (
{pieces}
) x (relation, kind, name, attributes)
