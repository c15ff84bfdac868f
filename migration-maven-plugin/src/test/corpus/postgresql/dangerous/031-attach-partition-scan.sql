--@ versions 14 18
--@ rows readings_2024 90000000
--@ rows readings_default 4000000
--@ history
CREATE TABLE readings (sensor_id bigint NOT NULL, read_at timestamptz NOT NULL, v float8) PARTITION BY RANGE (read_at);
CREATE TABLE readings_default PARTITION OF readings DEFAULT;
CREATE TABLE readings_2024 (sensor_id bigint NOT NULL, read_at timestamptz NOT NULL, v float8);
--@ migration 017
SET LOCAL lock_timeout = '3s';
--@ danger attach-no-check: scans 90M rows under ACCESS EXCLUSIVE since no CHECK proves the bounds
--@ danger default-partition-scan: readings_default is locked ACCESS EXCLUSIVE and scanned too
ALTER TABLE readings ATTACH PARTITION readings_2024
    FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
--@ down
SET LOCAL lock_timeout = '3s';
--@ danger detach-not-concurrent: ACCESS EXCLUSIVE on the parent
ALTER TABLE readings DETACH PARTITION readings_2024;
