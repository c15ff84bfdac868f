SELECT r.oid, 'role', pg_catalog.quote_ident(r.rolname), ARRAY[
  'superuser', CASE WHEN r.rolsuper THEN 'yes' ELSE 'no' END,
  'inherit', CASE WHEN r.rolinherit THEN 'yes' ELSE 'no' END,
  'create roles', CASE WHEN r.rolcreaterole THEN 'yes' ELSE 'no' END,
  'create databases', CASE WHEN r.rolcreatedb THEN 'yes' ELSE 'no' END,
  'login', CASE WHEN r.rolcanlogin THEN 'yes' ELSE 'no' END,
  'replication', CASE WHEN r.rolreplication THEN 'yes' ELSE 'no' END,
  'bypass row security', CASE WHEN r.rolbypassrls THEN 'yes' ELSE 'no' END,
  'connection limit', CASE WHEN r.rolconnlimit >= 0 THEN r.rolconnlimit::text END,
  'valid until', r.rolvaliduntil::text,
  '#password', (SELECT pg_catalog.left(w.rolpassword, 3) || ' '
      || pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(w.rolpassword, 'UTF8')), 'hex')
    FROM {passwords} w WHERE w.oid = r.oid),
  'member of', (SELECT pg_catalog.string_agg(x, ', ' ORDER BY x) FROM (
    SELECT pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(m.roleid)::text) || CASE WHEN m.admin_option THEN ' with admin option' ELSE '' END
-- from 16
      || CASE WHEN m.inherit_option THEN '' ELSE ' without inherit' END || CASE WHEN m.set_option THEN '' ELSE ' without set' END
-- end
      || ' granted by ' || pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(m.grantor)::text) AS x
    FROM pg_catalog.pg_auth_members m WHERE m.member = r.oid) s),
  'settings', (SELECT pg_catalog.string_agg(c, ', ' ORDER BY c) FROM pg_catalog.pg_db_role_setting s, pg_catalog.unnest(s.setconfig) c
    WHERE s.setrole = r.oid AND s.setdatabase = 0),
  'comment', (SELECT c.description FROM pg_catalog.pg_shdescription c WHERE c.objoid = r.oid AND c.classoid = 1260)]::text
FROM pg_catalog.pg_roles r
UNION ALL
-- from 15
SELECT p.oid, 'parameter', p.parname, ARRAY[
  '#acl', p.paracl::text,
  '#acl default', '{}']::text
FROM pg_catalog.pg_parameter_acl p
UNION ALL
-- end
SELECT t.oid, 'tablespace', pg_catalog.quote_ident(t.spcname), ARRAY[
  {acl:t.spcacl:t:t.spcowner},
  'owner', pg_catalog.pg_get_userbyid(t.spcowner)::text,
  '#list options', t.spcoptions::text,
  'comment', (SELECT c.description FROM pg_catalog.pg_shdescription c WHERE c.objoid = t.oid AND c.classoid = 1213)]::text
FROM pg_catalog.pg_tablespace t
