--@ history
CREATE TABLE votes (id bigint PRIMARY KEY, score boolean);
--@ migration 002
ALTER TABLE votes DROP COLUMN score, ADD COLUMN score integer;
--@ also drop-column
