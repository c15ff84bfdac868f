touched AS MATERIALIZED (
SELECT DISTINCT COALESCE(i.indrelid, l.oid) AS oid
FROM pg_catalog.unnest($1) l (oid) LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = l.oid
)
