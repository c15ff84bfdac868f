--@ also change-type
--@ history
CREATE TABLE events (id bigint PRIMARY KEY, payload json);
--@ migration 002
ALTER TABLE events ALTER COLUMN payload TYPE jsonb USING payload::jsonb;
