--@ history
CREATE TABLE visits (at timestamptz NOT NULL, page text NOT NULL) PARTITION BY RANGE (at);
--@ migration 002
CREATE TABLE visits_2030 (at timestamptz NOT NULL, page text NOT NULL);
ALTER TABLE visits ATTACH PARTITION visits_2030 FOR VALUES FROM ('2030-01-01') TO ('2031-01-01');
