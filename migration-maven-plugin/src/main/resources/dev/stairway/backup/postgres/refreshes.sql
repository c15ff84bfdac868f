-- Materialized views that hold rows: class, oid, statement. Their order is that of their views among all objects.
SELECT 'pg_class'::regclass::oid::int8, c.oid::int8, 'REFRESH MATERIALIZED VIEW ' || c.oid::regclass
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
WHERE c.relkind = 'm' AND c.relispopulated
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
