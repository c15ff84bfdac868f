--@ versions 13 18
--@ rows app.document 900000
--@ history
CREATE SCHEMA app;
CREATE TABLE app.document (
    id bigint PRIMARY KEY,
    tenant_id integer NOT NULL,
    body text
);
--@ migration 20250714093000
SET LOCAL lock_timeout = '1s';
--@ danger rls-no-policy: without a policy every role but the owner reads nothing
ALTER TABLE app.document ENABLE ROW LEVEL SECURITY;
--@ migration 20250714093100
--@ danger secdef-no-searchpath: runs with the owner's rights, any caller's search_path decides which "document" it reads
CREATE FUNCTION app.document_count(t integer) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER
AS $$ SELECT count(*) FROM document WHERE tenant_id = t $$;
--@ migration 20250714093200
--@ danger grant-role-password: the password stands in version control
CREATE ROLE reporting LOGIN PASSWORD 'S3cret-reporting';
--@ danger grant-role-password: everybody who can connect may change documents
GRANT ALL ON app.document TO PUBLIC;
--@ down
REVOKE ALL ON app.document FROM PUBLIC;
DROP ROLE reporting;
