SELECT w.oid, 'foreign data wrapper', pg_catalog.quote_ident(w.fdwname), ARRAY[
  {acl:w.fdwacl:F:w.fdwowner},
  'owner', {owner:w.fdwowner},
  'handler', NULLIF(w.fdwhandler::pg_catalog.regproc::text, '-'),
  'validator', NULLIF(w.fdwvalidator::pg_catalog.regproc::text, '-'),
  '#secret options', (SELECT pg_catalog.string_agg(o, ', ' ORDER BY o) FROM pg_catalog.unnest(w.fdwoptions) o),
  'comment', {comment:2328:w.oid}]::text
FROM pg_catalog.pg_foreign_data_wrapper w WHERE {own:2328:w.oid}
UNION ALL
SELECT s.oid, 'server', pg_catalog.quote_ident(s.srvname), ARRAY[
  {acl:s.srvacl:S:s.srvowner},
  'owner', {owner:s.srvowner},
  'wrapper', (SELECT w.fdwname::text FROM pg_catalog.pg_foreign_data_wrapper w WHERE w.oid = s.srvfdw),
  'type', s.srvtype,
  'version', s.srvversion,
  '#secret options', (SELECT pg_catalog.string_agg(o, ', ' ORDER BY o) FROM pg_catalog.unnest(s.srvoptions) o),
  'comment', {comment:1417:s.oid}]::text
FROM pg_catalog.pg_foreign_server s WHERE {own:1417:s.oid}
UNION ALL
SELECT u.umid, 'user mapping', u.usename || ' on ' || pg_catalog.quote_ident(u.srvname), ARRAY[
  '#secret options', (SELECT pg_catalog.string_agg(o, ', ' ORDER BY o) FROM pg_catalog.unnest(u.umoptions) o)]::text
FROM pg_catalog.pg_user_mappings u
