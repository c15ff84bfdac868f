--@ also index-not-concurrent
CREATE TABLE notes (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body text NOT NULL);
ALTER TABLE notes ADD COLUMN title text;
CREATE INDEX users_nickname_idx ON users (nickname);
