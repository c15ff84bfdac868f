--@ versions 14 18
--@ rows log_entries 400000000
--@ history
CREATE TABLE log_entries (id bigint PRIMARY KEY, logged_at timestamptz NOT NULL, line text);
CREATE INDEX log_entries_logged_at_idx ON log_entries (logged_at);
--@ migration 61
CREATE TABLE log_entries_archive (LIKE log_entries INCLUDING DEFAULTS INCLUDING CONSTRAINTS);
--@ danger unbatched-backfill: copies most of 400M rows in one transaction
INSERT INTO log_entries_archive (id, logged_at, line)
SELECT id, logged_at, line FROM log_entries WHERE logged_at < DATE '2025-01-01';
--@ danger unbatched-backfill: one huge DELETE: bloat, long transaction, lagging replicas
DELETE FROM log_entries WHERE logged_at < DATE '2025-01-01';
