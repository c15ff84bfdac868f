--@ versions 14 18
--@ rows feature_flag 60
--@ history
CREATE TABLE feature_flag (name text PRIMARY KEY, enabled boolean NOT NULL DEFAULT false);
--@ migration 21
SET LOCAL lock_timeout = '2s';
ALTER TABLE feature_flag ADD COLUMN owner text;
UPDATE feature_flag SET owner = 'platform';
--@ down
SET LOCAL lock_timeout = '2s';
ALTER TABLE feature_flag DROP COLUMN owner;
