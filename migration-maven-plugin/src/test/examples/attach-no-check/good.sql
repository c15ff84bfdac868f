--@ history
ALTER TABLE measurements_2023 ADD CONSTRAINT m23 CHECK (taken_at >= '2023-01-01' AND taken_at < '2024-01-01') NOT VALID;
ALTER TABLE measurements_2023 VALIDATE CONSTRAINT m23;
--@ migration 002
ALTER TABLE measurements ATTACH PARTITION measurements_2023 FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
