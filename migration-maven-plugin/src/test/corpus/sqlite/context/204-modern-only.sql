--@ product sqlite
--@ versions 3.40 3.54
--@ migration 16
CREATE TABLE draft (id INTEGER PRIMARY KEY, body TEXT NOT NULL, junk TEXT) STRICT;
INSERT INTO draft (id, body) VALUES (1, 'welcome') RETURNING id;
ALTER TABLE draft RENAME COLUMN junk TO folder;
--@ down
DROP TABLE draft;
