--@ history
CREATE TABLE tags (id bigint PRIMARY KEY, name text NOT NULL);
--@ migration 002
ALTER TABLE tags DROP CONSTRAINT tags_pkey;
ALTER TABLE tags ADD COLUMN note text;
