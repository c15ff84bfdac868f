--@ product sqlite
--@ versions 3.40 3.54
--@ rows authors 1900
--@ rows books 24000
--@ history
PRAGMA foreign_keys = ON;
CREATE TABLE authors (
  id   INTEGER PRIMARY KEY,
  name TEXT,
  born INTEGER
);
CREATE TABLE books (
  id        INTEGER PRIMARY KEY,
  author_id INTEGER NOT NULL REFERENCES authors (id) ON DELETE CASCADE,
  title     TEXT    NOT NULL
);
CREATE INDEX ix_books_author ON books (author_id);
--@ migration 009
-- Every connection of the app runs with foreign_keys = ON.
-- The switch cannot be turned off in here, so the checks are deferred to the commit.
PRAGMA defer_foreign_keys = ON;

CREATE TABLE authors_tmp (
  id   INTEGER PRIMARY KEY,
  name TEXT    NOT NULL DEFAULT '?',
  born INTEGER
);
INSERT INTO authors_tmp (id, name, born)
SELECT id, coalesce(name, '?'), born FROM authors;
--@ danger rebuild-fk-on: the implicit DELETE of the drop runs ON DELETE CASCADE at once, deferred or not; books is empty afterwards
DROP TABLE authors;
ALTER TABLE authors_tmp RENAME TO authors;

PRAGMA foreign_key_check;
--@ down
CREATE TABLE authors_tmp (
  id   INTEGER PRIMARY KEY,
  name TEXT,
  born INTEGER
);
INSERT INTO authors_tmp (id, name, born) SELECT id, name, born FROM authors;
--@ danger rebuild-fk-on: the same cascade on the way back
DROP TABLE authors;
ALTER TABLE authors_tmp RENAME TO authors;
PRAGMA foreign_key_check;
