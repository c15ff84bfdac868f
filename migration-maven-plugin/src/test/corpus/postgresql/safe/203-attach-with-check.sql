--@ versions 14 18
--@ rows measurement_2025 61000000
--@ history
CREATE TABLE measurement (at timestamptz NOT NULL, sensor_id integer NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE measurement_2025 (at timestamptz NOT NULL, sensor_id integer NOT NULL);
--@ migration 0077-a
SET LOCAL lock_timeout = '3s';
ALTER TABLE measurement_2025 ADD CONSTRAINT measurement_2025_range
    CHECK (at >= '2025-01-01' AND at < '2026-01-01') NOT VALID;
--@ migration 0077-b
SET LOCAL lock_timeout = '3s';
ALTER TABLE measurement_2025 VALIDATE CONSTRAINT measurement_2025_range;
--@ migration 0077-c
SET LOCAL lock_timeout = '3s';
ALTER TABLE measurement ATTACH PARTITION measurement_2025
    FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
