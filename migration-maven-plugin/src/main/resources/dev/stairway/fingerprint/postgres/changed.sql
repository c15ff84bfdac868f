SELECT c.oid FROM pg_catalog.pg_class c
WHERE c.oid >= 16384 AND pg_catalog.age(c.xmin) <= pg_catalog.age($1)
UNION
SELECT a.attrelid FROM pg_catalog.pg_attribute a
WHERE a.attrelid >= 16384 AND pg_catalog.age(a.xmin) <= pg_catalog.age($1)
