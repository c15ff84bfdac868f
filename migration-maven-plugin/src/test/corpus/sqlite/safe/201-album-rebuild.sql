--@ product sqlite
--@ versions 3.40 3.54
--@ rows album 4100
--@ rows photo 88000
--@ history
CREATE TABLE album (id INTEGER PRIMARY KEY, title TEXT NOT NULL);
CREATE INDEX album_title ON album (title);
CREATE TABLE photo (id INTEGER PRIMARY KEY, album_id INTEGER NOT NULL REFERENCES album (id) ON DELETE RESTRICT, path TEXT NOT NULL);
CREATE INDEX photo_album ON photo (album_id);
--@ migration 012 transactional=false
PRAGMA busy_timeout = 5000;
PRAGMA foreign_keys = OFF;
BEGIN IMMEDIATE;
DROP TABLE IF EXISTS album_new;
CREATE TABLE album_new (id INTEGER PRIMARY KEY, title TEXT NOT NULL CHECK (length(title) <= 200));
INSERT INTO album_new (id, title) SELECT id, title FROM album;
DROP TABLE album;
ALTER TABLE album_new RENAME TO album;
CREATE INDEX album_title ON album (title);
PRAGMA foreign_key_check;
COMMIT;
PRAGMA foreign_keys = ON;
