ALTER TABLE events SET (autovacuum_enabled = false);
