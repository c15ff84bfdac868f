--@ history
CREATE TABLE measurements (id bigint, at timestamptz NOT NULL, value numeric) PARTITION BY RANGE (at);
--@ migration 002
CREATE INDEX ix_measurements_at ON measurements (at);
