--@ versions 14 18
--@ rows readings_2024 90000000
--@ history
CREATE TABLE readings (sensor_id bigint NOT NULL, read_at timestamptz NOT NULL, v float8) PARTITION BY RANGE (read_at);
CREATE TABLE readings_2024 (sensor_id bigint NOT NULL, read_at timestamptz NOT NULL, v float8);
ALTER TABLE readings_2024 ADD CONSTRAINT readings_2024_bounds
    CHECK (read_at >= '2024-01-01' AND read_at < '2025-01-01') NOT VALID;
ALTER TABLE readings_2024 VALIDATE CONSTRAINT readings_2024_bounds;
--@ migration 018
SET LOCAL lock_timeout = '2s';
ALTER TABLE readings ATTACH PARTITION readings_2024
    FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
--@ migration 019
SET LOCAL lock_timeout = '2s';
-- implied by the partition bounds now
ALTER TABLE readings_2024 DROP CONSTRAINT readings_2024_bounds;
