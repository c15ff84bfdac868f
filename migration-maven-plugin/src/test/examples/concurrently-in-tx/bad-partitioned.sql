--@ history
CREATE TABLE measurements (id bigint, at timestamptz NOT NULL) PARTITION BY RANGE (at);
--@ migration 002 transactional=false
CREATE INDEX CONCURRENTLY ix_measurements_at ON measurements (at);
