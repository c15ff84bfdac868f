--@ product sqlite
--@ versions 3.40 3.54
--@ migration 003
CREATE TABLE recipes (
  id    INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  steps TEXT NOT NULL
);
CREATE VIRTUAL TABLE recipes_fts USING fts5 (
  title, steps,
  content = 'recipes', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER recipes_ai AFTER INSERT ON recipes BEGIN
  INSERT INTO recipes_fts (rowid, title, steps) VALUES (new.id, new.title, new.steps);
END;
CREATE TRIGGER recipes_ad AFTER DELETE ON recipes BEGIN
  INSERT INTO recipes_fts (recipes_fts, rowid, title, steps) VALUES ('delete', old.id, old.title, old.steps);
END;
CREATE TRIGGER recipes_au AFTER UPDATE ON recipes BEGIN
  INSERT INTO recipes_fts (recipes_fts, rowid, title, steps) VALUES ('delete', old.id, old.title, old.steps);
  INSERT INTO recipes_fts (rowid, title, steps) VALUES (new.id, new.title, new.steps);
END;
--@ down
DROP TABLE recipes_fts;
DROP TABLE recipes;
