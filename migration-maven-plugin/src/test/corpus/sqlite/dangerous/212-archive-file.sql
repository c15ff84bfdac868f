--@ product sqlite
--@ versions 3.35 3.54
--@ rows log 4200000
--@ history
-- the application runs this file in WAL mode
CREATE TABLE log (id INTEGER PRIMARY KEY, at TEXT NOT NULL, line TEXT NOT NULL);
--@ migration 40 transactional=false
--@ danger attach: with WAL a commit over two files is not atomic, after a crash the rows may be in neither
ATTACH DATABASE 'log-archive.db' AS archive;
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS archive.log (id INTEGER PRIMARY KEY, at TEXT NOT NULL, line TEXT NOT NULL);
--@ danger long-writer: millions of rows copied while the only writer slot is taken
INSERT INTO archive.log (id, at, line) SELECT id, at, line FROM main.log WHERE at < '2024';
--@ danger long-writer: and deleted in the same transaction
DELETE FROM main.log WHERE at < '2024';
COMMIT;
DETACH DATABASE archive;
