SELECT e.oid, 'extension', pg_catalog.quote_ident(e.extname), ARRAY[
  '#version', e.extversion,
  'version', CASE WHEN e.extname <> 'plpgsql' THEN e.extversion END,
  'schema', pg_catalog.quote_ident(n.nspname),
  'owner', CASE WHEN e.extname <> 'plpgsql' THEN {owner:e.extowner} END,
  'members', (SELECT pg_catalog.count(*)::text FROM pg_catalog.pg_depend d
    WHERE d.refclassid = 3079 AND d.refobjid = e.oid AND d.deptype = 'e'),
  'configuration tables', (SELECT pg_catalog.string_agg(c::pg_catalog.regclass::text, ', ' ORDER BY c::pg_catalog.regclass::text) FROM pg_catalog.unnest(e.extconfig) c),
  'configuration filters', (SELECT pg_catalog.string_agg(c, ', ' ORDER BY c) FROM pg_catalog.unnest(e.extcondition) c WHERE c <> ''),
  'comment', {comment:3079:e.oid}]::text
FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
