--@ versions 15 18
--@ rows api_keys 90000
--@ history
CREATE TABLE api_keys (id bigint PRIMARY KEY, tenant_id int, label text);
--@ migration 0091 transactional=false
DROP INDEX CONCURRENTLY IF EXISTS api_keys_tenant_label_uq;
CREATE UNIQUE INDEX CONCURRENTLY api_keys_tenant_label_uq ON api_keys (tenant_id, label) NULLS NOT DISTINCT;
--@ down
DROP INDEX CONCURRENTLY IF EXISTS api_keys_tenant_label_uq;
