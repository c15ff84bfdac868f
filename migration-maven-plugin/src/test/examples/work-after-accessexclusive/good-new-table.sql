CREATE TABLE notes (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body text NOT NULL);
ALTER TABLE notes ADD COLUMN title text;
CREATE INDEX notes_title_idx ON notes (title);
