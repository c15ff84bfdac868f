--@ history
ALTER TABLE measurements_2023 ADD CONSTRAINT m23 CHECK (taken_at >= '2023-01-01' AND taken_at < '2024-01-01') NOT VALID;
--@ migration 002
alter table measurements attach partition measurements_2023 for values from ('2023-01-01') to ('2024-01-01');
