--@ versions 14 18
--@ rows documents 2000000
--@ history
CREATE TABLE documents (id bigint PRIMARY KEY, tenant_id int NOT NULL, body text);
--@ migration 0078_tenant_isolation
SET LOCAL lock_timeout = '2s';
--@ danger rls-no-policy: no policy follows, everybody but the owner sees an empty table
ALTER TABLE documents ENABLE ROW LEVEL SECURITY;

--@ danger secdef-no-searchpath: runs as owner with the caller's search_path, tables can be shadowed
CREATE OR REPLACE FUNCTION document_count(p_tenant int) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER AS $fn$
    SELECT count(*) FROM documents WHERE tenant_id = p_tenant;
$fn$;
--@ danger grant-role-password: everything to everybody
GRANT ALL PRIVILEGES ON documents TO PUBLIC;
--@ down
REVOKE ALL PRIVILEGES ON documents FROM PUBLIC;
DROP FUNCTION document_count(int);
SET LOCAL lock_timeout = '2s';
ALTER TABLE documents DISABLE ROW LEVEL SECURITY;
