--@ product sqlite
--@ versions 3.40 3.54
--@ history
CREATE TABLE song (id INTEGER PRIMARY KEY, name TEXT);
--@ migration 002
DROP TABLE IF EXISTS song_copy;
CREATE TABLE song_copy (id INTEGER PRIMARY KEY, name TEXT NOT NULL DEFAULT '');
INSERT INTO song_copy (id, name) SELECT id, coalesce(name, '') FROM song;
DROP TABLE song;
ALTER TABLE song_copy RENAME TO song;
PRAGMA foreign_key_check;
