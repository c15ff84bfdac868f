ALTER TABLE events SET (autovacuum_enabled = false);
ALTER TABLE events RESET (autovacuum_enabled);
