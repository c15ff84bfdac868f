--@ migration 002
CREATE TABLE IF NOT EXISTS audit.events (id bigint PRIMARY KEY, kind text NOT NULL);
--@ migration 003
CREATE INDEX ix_events_kind ON audit.events (kind);
