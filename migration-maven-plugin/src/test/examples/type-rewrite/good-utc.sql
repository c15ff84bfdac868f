--@ also change-type
--@ history
CREATE TABLE events (id bigint PRIMARY KEY, at timestamp NOT NULL);
--@ migration 002
SET LOCAL timezone = 'UTC';
ALTER TABLE events ALTER COLUMN at TYPE timestamptz;
