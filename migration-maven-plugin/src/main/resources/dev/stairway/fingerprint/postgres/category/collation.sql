SELECT c.oid, 'collation', pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.collname), ARRAY[
  'owner', {owner:c.collowner},
  'provider', CASE c.collprovider WHEN 'c' THEN 'libc' WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' ELSE 'default' END,
  'deterministic', CASE WHEN NOT c.collisdeterministic THEN 'no' END,
  'collate', c.collcollate::text,
  'ctype', c.collctype::text,
-- from 17
  'locale', c.colllocale,
-- end
-- from 15 until 16
  'locale', c.colliculocale,
-- end
-- from 16
  'rules', c.collicurules,
-- end
  'comment', {comment:3456:c.oid}]::text
FROM pg_catalog.pg_collation c JOIN pg_catalog.pg_namespace n ON n.oid = c.collnamespace
WHERE c.oid >= 16384 AND n.nspname !~ '^pg_' AND {own:3456:c.oid}
