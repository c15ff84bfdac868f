--@ history
ALTER TABLE visits_2024 ADD CONSTRAINT visits_2024_order CHECK (came <= went);
ALTER TABLE visits ATTACH PARTITION visits_2024 FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
--@ migration 002
ALTER TABLE visits_2024 DROP CONSTRAINT visits_2024_order;
