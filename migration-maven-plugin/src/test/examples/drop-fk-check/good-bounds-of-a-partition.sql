--@ history
ALTER TABLE visits_2024 ADD CONSTRAINT visits_2024_year CHECK (day >= '2024-01-01' AND day < '2025-01-01');
--@ migration 002
ALTER TABLE visits ATTACH PARTITION visits_2024 FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
--@ migration 003
ALTER TABLE visits_2024 DROP CONSTRAINT visits_2024_year;
