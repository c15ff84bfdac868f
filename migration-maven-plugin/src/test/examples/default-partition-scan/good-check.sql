--@ history
CREATE TABLE measurements (id bigint NOT NULL, taken_at date NOT NULL, PRIMARY KEY (id, taken_at)) PARTITION BY RANGE (taken_at);
CREATE TABLE measurements_rest PARTITION OF measurements DEFAULT;
ALTER TABLE measurements_rest ADD CONSTRAINT not_2027 CHECK (taken_at < '2027-01-01' OR taken_at >= '2028-01-01') NOT VALID;
--@ migration 002
ALTER TABLE measurements_rest VALIDATE CONSTRAINT not_2027;
--@ migration 003
CREATE TABLE measurements_2027 PARTITION OF measurements FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');
