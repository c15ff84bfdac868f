CREATE TABLE notes (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body text NOT NULL);
CREATE INDEX notes_body_idx ON notes (body);
ALTER INDEX notes_body_idx SET TABLESPACE fast_disk;
