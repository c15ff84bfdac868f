SELECT s.oid, 'statistics', pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(s.stxname), ARRAY[
  'owner', {owner:s.stxowner},
  'definition', pg_catalog.pg_get_statisticsobjdef(s.oid),
  'target', CASE WHEN s.stxstattarget >= 0 THEN s.stxstattarget::text END,
  'comment', {comment:3381:s.oid}]::text
FROM pg_catalog.pg_statistic_ext s JOIN pg_catalog.pg_namespace n ON n.oid = s.stxnamespace
WHERE n.nspname !~ '^pg_' AND {own:3381:s.oid}
