locks AS MATERIALIZED (
SELECT l.locktype, l.relation, l.classid, l.mode
FROM pg_catalog.pg_locks l
WHERE l.pid = pg_catalog.pg_backend_pid() AND l.locktype IN ('relation', 'object')
  AND l.database IN (0, {database})
), touched AS MATERIALIZED (
SELECT DISTINCT COALESCE(i.indrelid, l.relation) AS oid
FROM locks l LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = l.relation
WHERE l.locktype = 'relation' AND l.relation >= 16384
)
