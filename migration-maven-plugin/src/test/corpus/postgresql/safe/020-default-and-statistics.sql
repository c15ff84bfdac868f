--@ versions 14 18
--@ rows loans 400000
--@ history
CREATE TABLE loans (id bigint PRIMARY KEY, state text NOT NULL, channel text);
--@ migration 31
SET LOCAL lock_timeout = '2s';
-- channel had no default before
ALTER TABLE loans ALTER COLUMN channel SET DEFAULT 'web';
ALTER TABLE loans ALTER COLUMN state SET STATISTICS 500;
ALTER TABLE loans SET (autovacuum_vacuum_scale_factor = 0.02);
--@ down
SET LOCAL lock_timeout = '2s';
ALTER TABLE loans RESET (autovacuum_vacuum_scale_factor);
ALTER TABLE loans ALTER COLUMN state SET STATISTICS -1;
ALTER TABLE loans ALTER COLUMN channel DROP DEFAULT;
