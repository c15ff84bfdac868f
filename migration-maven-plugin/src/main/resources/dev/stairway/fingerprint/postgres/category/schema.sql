SELECT n.oid, 'schema', pg_catalog.quote_ident(n.nspname), ARRAY[
  '#acl', n.nspacl::text,
  '#acl default', COALESCE(
    (SELECT i.initprivs::text FROM pg_catalog.pg_init_privs i WHERE i.classoid = 2615 AND i.objoid = n.oid AND i.privtype = 'i'),
    pg_catalog.acldefault('n', n.nspowner)::text),
  'owner', CASE WHEN n.nspname <> 'public' THEN {owner:n.nspowner} END,
  'comment', CASE WHEN n.nspname <> 'public' OR {comment:2615:n.oid} <> 'standard public schema' THEN {comment:2615:n.oid} END]::text
FROM pg_catalog.pg_namespace n
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND {own:2615:n.oid}
