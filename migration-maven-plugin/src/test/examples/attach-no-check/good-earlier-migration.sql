--@ migration 001
ALTER TABLE measurements_2023
  ADD CONSTRAINT m23 CHECK (taken_at IS NOT NULL AND taken_at >= DATE '2023-01-01' AND taken_at < DATE '2024-01-01') NOT VALID;
--@ migration 002
ALTER TABLE measurements_2023 VALIDATE CONSTRAINT m23;
--@ migration 003
ALTER TABLE measurements ATTACH PARTITION measurements_2023 FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
