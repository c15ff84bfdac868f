--@ migration 001
ALTER TABLE events SET (autovacuum_enabled = false);
--@ migration 002
ALTER TABLE events SET (autovacuum_enabled = true);
