--@ history
CREATE TABLE measurements (id bigint, at timestamptz NOT NULL, value numeric) PARTITION BY RANGE (at);
CREATE TABLE measurements_2025 PARTITION OF measurements FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
--@ migration 002
CREATE INDEX ix_measurements_at ON ONLY measurements (at);
--@ migration 003 transactional=false
CREATE INDEX CONCURRENTLY ix_measurements_2025_at ON measurements_2025 (at);
--@ migration 004
ALTER INDEX ix_measurements_at ATTACH PARTITION ix_measurements_2025_at;
