--@ product sqlite
--@ versions 3.40 3.54
--@ rows articles 4400
--@ history
CREATE TABLE articles (
  id   INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  body TEXT NOT NULL
);
-- filled by the nightly job
CREATE VIRTUAL TABLE articles_fts USING fts5 (body, content = 'articles', content_rowid = 'id');
--@ migration 020
-- the uuid is the key on the server, so it is here
--@ danger rowid-alias-lost: id, the rowid that articles_fts and saved links use, is gone; WITHOUT ROWID leaves the search index nothing to join on
CREATE TABLE articles_k (
  uuid TEXT PRIMARY KEY NOT NULL,
  body TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO articles_k (uuid, body) SELECT uuid, body FROM articles;
DROP TABLE articles;
ALTER TABLE articles_k RENAME TO articles;
--@ down
CREATE TABLE articles_k (
  id   INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  body TEXT NOT NULL
);
INSERT INTO articles_k (uuid, body) SELECT uuid, body FROM articles ORDER BY uuid;
DROP TABLE articles;
ALTER TABLE articles_k RENAME TO articles;
INSERT INTO articles_fts (articles_fts) VALUES ('rebuild');
