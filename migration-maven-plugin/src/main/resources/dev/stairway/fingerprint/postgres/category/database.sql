SELECT d.oid, 'database', 'current', ARRAY[
  {acl:d.datacl:d:d.datdba},
  'owner', CASE WHEN d.datdba <> (SELECT r.oid FROM pg_catalog.pg_roles r WHERE r.rolname = SESSION_USER) THEN pg_catalog.pg_get_userbyid(d.datdba)::text END,
  'connection limit', CASE WHEN d.datconnlimit >= 0 THEN d.datconnlimit::text END,
  'connections', CASE WHEN NOT d.datallowconn THEN 'refused' END,
  'template', CASE WHEN d.datistemplate THEN 'yes' END,
  'tablespace', (SELECT s.spcname::text FROM pg_catalog.pg_tablespace s WHERE s.oid = d.dattablespace AND s.spcname <> 'pg_default'),
  'settings', (SELECT pg_catalog.string_agg(COALESCE(x.r || ': ', '') || x.c, ', ' ORDER BY x.r NULLS FIRST, x.c) FROM (
    SELECT CASE WHEN s.setrole <> 0 THEN pg_catalog.pg_get_userbyid(s.setrole)::text END AS r, c
    FROM pg_catalog.pg_db_role_setting s, pg_catalog.unnest(s.setconfig) c WHERE s.setdatabase = d.oid) x),
  'comment', (SELECT c.description FROM pg_catalog.pg_shdescription c WHERE c.objoid = d.oid AND c.classoid = 1262)]::text
FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database()
