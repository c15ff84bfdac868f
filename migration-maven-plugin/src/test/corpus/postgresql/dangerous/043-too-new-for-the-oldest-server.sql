--@ versions 14 18
--@ rows api_keys 90000
--@ history
CREATE TABLE api_keys (id bigint PRIMARY KEY, tenant_id int, label text, expires_at timestamptz);
CREATE TABLE api_key_usage (key_id bigint PRIMARY KEY, hits bigint NOT NULL);
CREATE TABLE api_key_usage_in (key_id bigint, hits bigint);
--@ migration 0091 transactional=false
--@ danger version-gate: NULLS NOT DISTINCT exists from 15 on
CREATE UNIQUE INDEX CONCURRENTLY api_keys_tenant_label_uq ON api_keys (tenant_id, label) NULLS NOT DISTINCT;
--@ migration 0092
SET LOCAL lock_timeout = '2s';
--@ danger version-gate: NOT NULL constraints with a name and NOT VALID exist from 18 on
ALTER TABLE api_keys ADD CONSTRAINT api_keys_label_nn NOT NULL label NOT VALID;
--@ migration 0093
--@ danger version-gate: MERGE exists from 15 on
MERGE INTO api_key_usage u USING api_key_usage_in i ON u.key_id = i.key_id
WHEN MATCHED THEN UPDATE SET hits = u.hits + i.hits
WHEN NOT MATCHED THEN INSERT (key_id, hits) VALUES (i.key_id, i.hits);
