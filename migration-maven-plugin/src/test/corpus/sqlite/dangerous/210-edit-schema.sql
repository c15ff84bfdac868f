--@ product sqlite
--@ versions 3.35 3.54
--@ rows note 40000
--@ history
CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT);
--@ migration 77
-- a rebuild takes too long on the tablets
--@ danger writable-schema: one wrong character and no connection can open the file any more
PRAGMA writable_schema = ON;
UPDATE sqlite_master SET sql = 'CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT NOT NULL)'
 WHERE type = 'table' AND name = 'note';
PRAGMA writable_schema = OFF;
