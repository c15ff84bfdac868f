--@ history
ALTER TABLE measurements ATTACH PARTITION "measurements_Rest" DEFAULT;
--@ migration 002
CREATE TABLE IF NOT EXISTS measurements_2027 PARTITION OF measurements FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');
