SELECT t.oid,
  CASE k.contype WHEN 'p' THEN 'primary key' WHEN 'u' THEN 'unique constraint' WHEN 'f' THEN 'foreign key'
    WHEN 'c' THEN 'check constraint' WHEN 'x' THEN 'exclusion constraint' WHEN 't' THEN 'constraint trigger' ELSE 'constraint' END,
  pg_catalog.quote_ident(k.conname) || ' on ' || t.qname, ARRAY[
  '#type', k.contype::text,
  '#name', k.conname::text,
  '#columns', CASE WHEN k.contype IN ('p', 'u') THEN k.conkey::text END,
  'definition', pg_catalog.pg_get_constraintdef(k.oid),
  'inherited', CASE WHEN k.coninhcount > 0 THEN CASE WHEN k.conislocal THEN 'and local' ELSE 'yes' END END,
  'comment', (SELECT d.description FROM pg_catalog.pg_description d
    WHERE d.objoid = k.oid AND d.classoid = 2606 AND d.objsubid = 0)]::text
FROM t JOIN pg_catalog.pg_constraint k ON k.conrelid = t.oid
WHERE t.relkind IN ('r', 'p', 'f') AND k.contype NOT IN ('n', 't')
