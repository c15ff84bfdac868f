--@ versions 13 18
--@ migration 20240822_contract
CREATE TABLE contract (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tenant_id integer NOT NULL,
    title     text NOT NULL
);
CREATE POLICY contract_tenant ON contract
    USING (tenant_id = current_setting('app.tenant')::integer)
    WITH CHECK (tenant_id = current_setting('app.tenant')::integer);
ALTER TABLE contract ENABLE ROW LEVEL SECURITY;
ALTER TABLE contract FORCE ROW LEVEL SECURITY;
--@ down
SET LOCAL lock_timeout = '2s';
DROP TABLE contract;
