-- What takes away everything that users have made, in order; what an earlier one took along is gone by then. Extensions stay.
WITH member AS (SELECT classid, objid FROM pg_depend WHERE deptype = 'e'),
inside AS (SELECT oid FROM pg_namespace WHERE nspname = 'public')
SELECT 1, format('DROP SCHEMA IF EXISTS %I CASCADE', n.nspname)
FROM pg_namespace n
WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'public')
  AND NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_namespace'::regclass AND m.objid = n.oid)
UNION ALL
-- Tables first: their own sequences cannot be dropped without them.
SELECT CASE WHEN c.relkind IN ('r', 'p') THEN 2 ELSE 3 END,
       format('DROP %s IF EXISTS %s CASCADE',
         CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE'
                        WHEN 'f' THEN 'FOREIGN TABLE' WHEN 'c' THEN 'TYPE' ELSE 'TABLE' END,
         c.oid::regclass)
FROM pg_class c JOIN inside n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f', 'c')
  AND NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_class'::regclass AND m.objid = c.oid)
UNION ALL
SELECT 4, format('DROP ROUTINE IF EXISTS %s CASCADE', p.oid::regprocedure)
FROM pg_proc p JOIN inside n ON n.oid = p.pronamespace
WHERE NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_proc'::regclass AND m.objid = p.oid)
UNION ALL
SELECT 5, format('DROP TYPE IF EXISTS %s CASCADE', t.oid::regtype)
FROM pg_type t JOIN inside n ON n.oid = t.typnamespace
WHERE t.typtype IN ('e', 'd', 'r')
  AND NOT EXISTS (SELECT FROM member m WHERE m.classid = 'pg_type'::regclass AND m.objid = t.oid)
ORDER BY 1, 2
