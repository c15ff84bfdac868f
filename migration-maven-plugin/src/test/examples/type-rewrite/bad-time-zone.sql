--@ also change-type
--@ history
CREATE TABLE events (id bigint PRIMARY KEY, at timestamp);
--@ migration 002
ALTER TABLE events ALTER COLUMN at TYPE timestamptz USING at AT TIME ZONE 'UTC';
