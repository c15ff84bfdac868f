--@ versions 14 18
--@ rows readings 900000000
--@ history
CREATE TABLE readings (sensor_id bigint NOT NULL, read_at timestamptz NOT NULL, v float8) PARTITION BY RANGE (read_at);
CREATE TABLE readings_2026 PARTITION OF readings FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
--@ migration 2027
SET LOCAL lock_timeout = '2s';
CREATE TABLE readings_2027 (LIKE readings INCLUDING DEFAULTS INCLUDING CONSTRAINTS);
ALTER TABLE readings ATTACH PARTITION readings_2027 FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');
