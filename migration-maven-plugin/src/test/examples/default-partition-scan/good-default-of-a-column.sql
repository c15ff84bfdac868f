--@ history
CREATE TABLE measurements (id bigint NOT NULL, taken_at date NOT NULL, PRIMARY KEY (id, taken_at)) PARTITION BY RANGE (taken_at);
CREATE TABLE measurements_2026 PARTITION OF measurements (taken_at DEFAULT '2026-01-01') FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
--@ migration 002
CREATE TABLE measurements_2027 PARTITION OF measurements FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');
