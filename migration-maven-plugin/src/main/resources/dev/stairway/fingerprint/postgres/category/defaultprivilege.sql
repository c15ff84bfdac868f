SELECT a.oid, 'default privileges', pg_catalog.concat_ws(' ', 'of', pg_catalog.pg_get_userbyid(a.defaclrole), 'on',
    CASE a.defaclobjtype WHEN 'r' THEN 'tables' WHEN 'S' THEN 'sequences' WHEN 'f' THEN 'functions' WHEN 'T' THEN 'types' WHEN 'n' THEN 'schemas' ELSE 'large objects' END,
    'in schema ' || n.nspname), ARRAY[
  '#acl', a.defaclacl::text,
  '#acl default', CASE WHEN a.defaclnamespace = 0 AND a.defaclobjtype <> 'L' THEN
    pg_catalog.acldefault(CASE a.defaclobjtype WHEN 'S' THEN 's' ELSE a.defaclobjtype END, a.defaclrole)::text ELSE '{}' END]::text
FROM pg_catalog.pg_default_acl a LEFT JOIN pg_catalog.pg_namespace n ON n.oid = a.defaclnamespace
