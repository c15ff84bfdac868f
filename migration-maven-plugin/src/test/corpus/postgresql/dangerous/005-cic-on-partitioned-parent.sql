--@ versions 14 18
--@ rows metrics 900000000
--@ history
CREATE TABLE metrics (
    device_id bigint NOT NULL,
    taken_at timestamptz NOT NULL,
    value double precision
) PARTITION BY RANGE (taken_at);
CREATE TABLE metrics_2025 PARTITION OF metrics FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE metrics_2026 PARTITION OF metrics FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE INDEX metrics_taken_at_idx ON metrics (taken_at);
--@ migration 007 transactional=false
-- the index of the parent builds every partition's index
SET statement_timeout = 0;
--@ danger index-not-concurrent: CONCURRENTLY is not supported on a partitioned table (error); without it all partitions are locked for the build
CREATE INDEX CONCURRENTLY metrics_device_idx ON metrics (device_id, taken_at);
RESET statement_timeout;
--@ down
SET lock_timeout = '2s';
DROP INDEX IF EXISTS metrics_device_idx;
