--@ versions 15 18
--@ rows app.documents 2000000
--@ history
CREATE SCHEMA app;
CREATE ROLE web NOLOGIN;
CREATE TABLE app.documents (id bigint PRIMARY KEY, tenant_id int NOT NULL, body text);
--@ migration 0079
CREATE FUNCTION app.document_count(p_tenant int) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $fn$ SELECT count(*) FROM app.documents d WHERE d.tenant_id = p_tenant; $fn$;
REVOKE EXECUTE ON FUNCTION app.document_count(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.document_count(int) TO web;

CREATE VIEW app.document_titles WITH (security_invoker = true) AS
    SELECT id, tenant_id, left(body, 80) AS title FROM app.documents;
--@ down
SET LOCAL lock_timeout = '2s';
DROP VIEW app.document_titles;
DROP FUNCTION app.document_count(int);
