--@ product sqlite
--@ versions 3.35 3.54
--@ rows tag 40
--@ history
CREATE TABLE tag (id INTEGER PRIMARY KEY, name TEXT);
--@ migration 2
CREATE TABLE tag_new (id INTEGER PRIMARY KEY, name TEXT CHECK (name <> ''));
INSERT INTO tag_new (id, name) SELECT id, name FROM tag;
DROP TABLE tag;
ALTER TABLE tag_new RENAME TO tag;
