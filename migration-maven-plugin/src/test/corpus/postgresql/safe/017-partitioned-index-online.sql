--@ versions 14 18
--@ rows metrics 900000000
--@ history
CREATE TABLE metrics (device_id bigint NOT NULL, taken_at timestamptz NOT NULL, value float8) PARTITION BY RANGE (taken_at);
CREATE TABLE metrics_2025 PARTITION OF metrics FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
--@ migration 007
SET LOCAL lock_timeout = '2s';
CREATE INDEX metrics_device_idx ON ONLY metrics (device_id, taken_at);
--@ down
SET LOCAL lock_timeout = '2s';
DROP INDEX IF EXISTS metrics_device_idx;
--@ migration 008 transactional=false
DROP INDEX CONCURRENTLY IF EXISTS metrics_2025_device_idx;
CREATE INDEX CONCURRENTLY metrics_2025_device_idx ON metrics_2025 (device_id, taken_at);
--@ down
DROP INDEX CONCURRENTLY IF EXISTS metrics_2025_device_idx;
--@ migration 009
SET LOCAL lock_timeout = '2s';
ALTER INDEX metrics_device_idx ATTACH PARTITION metrics_2025_device_idx;
--@ down
-- a partitioned index cannot be dropped CONCURRENTLY; takes the attached ones with it
SET LOCAL lock_timeout = '2s';
DROP INDEX metrics_device_idx;
