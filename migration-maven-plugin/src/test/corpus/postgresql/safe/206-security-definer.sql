--@ versions 13 18
--@ rows app.document 900000
--@ history
CREATE SCHEMA app;
CREATE TABLE app.document (id bigint PRIMARY KEY, tenant_id integer NOT NULL, body text);
--@ migration 20250714093000
CREATE TABLE app.share (
    id bigint PRIMARY KEY,
    tenant_id integer NOT NULL,
    note text NOT NULL DEFAULT 'GRANT ALL ON app.document TO PUBLIC'
);
CREATE POLICY share_tenant ON app.share USING (tenant_id = current_setting('app.tenant')::integer);
ALTER TABLE app.share ENABLE ROW LEVEL SECURITY;
--@ down
DROP TABLE app.share;
--@ migration 20250714093100
CREATE FUNCTION app.document_count(t integer) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$ SELECT count(*) FROM app.document WHERE tenant_id = t $$;
--@ down
DROP FUNCTION app.document_count(integer);
