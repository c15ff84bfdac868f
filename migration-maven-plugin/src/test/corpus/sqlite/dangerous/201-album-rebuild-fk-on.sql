--@ product sqlite
--@ versions 3.40 3.54
--@ rows album 4100
--@ rows photo 88000
--@ history
CREATE TABLE album (id INTEGER PRIMARY KEY, title TEXT NOT NULL);
CREATE TABLE photo (
  id INTEGER PRIMARY KEY,
  album_id INTEGER NOT NULL REFERENCES album (id) ON DELETE CASCADE,
  path TEXT NOT NULL
);
CREATE INDEX photo_album ON photo (album_id);
--@ migration 012 transactional=false
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
CREATE TABLE album_new (id INTEGER PRIMARY KEY, title TEXT NOT NULL CHECK (length(title) <= 200));
INSERT INTO album_new (id, title) SELECT id, title FROM album;
--@ danger rebuild-fk-on: implicit DELETE of every album, all 88000 photos go through ON DELETE CASCADE
DROP TABLE album;
ALTER TABLE album_new RENAME TO album;
PRAGMA foreign_key_check;
COMMIT;
