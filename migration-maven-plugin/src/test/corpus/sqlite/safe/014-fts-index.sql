--@ product sqlite
--@ rows notes 700
--@ history
CREATE TABLE notes (
  id    INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  body  TEXT NOT NULL DEFAULT ''
);
--@ migration 016
CREATE VIRTUAL TABLE notes_fts USING fts5 (title, body, content='notes', content_rowid='id');
CREATE TRIGGER notes_fts_ai AFTER INSERT ON notes BEGIN
  INSERT INTO notes_fts (rowid, title, body) VALUES (new.id, new.title, new.body);
END;
CREATE TRIGGER notes_fts_ad AFTER DELETE ON notes BEGIN
  INSERT INTO notes_fts (notes_fts, rowid, title, body) VALUES ('delete', old.id, old.title, old.body);
END;
CREATE TRIGGER notes_fts_au AFTER UPDATE ON notes BEGIN
  INSERT INTO notes_fts (notes_fts, rowid, title, body) VALUES ('delete', old.id, old.title, old.body);
  INSERT INTO notes_fts (rowid, title, body) VALUES (new.id, new.title, new.body);
END;
INSERT INTO notes_fts (notes_fts) VALUES ('rebuild');
--@ down
DROP TRIGGER notes_fts_au;
DROP TRIGGER notes_fts_ad;
DROP TRIGGER notes_fts_ai;
DROP TABLE notes_fts;
