--@ product sqlite
--@ versions 3.40 3.54
--@ rows kv 350
--@ history
CREATE TABLE kv (
  k TEXT PRIMARY KEY NOT NULL,
  v TEXT
);
--@ migration 007
-- The key is text, nobody uses the hidden rowid and nobody refers to the table.
CREATE TABLE kv_n (
  k TEXT PRIMARY KEY NOT NULL,
  v TEXT
) WITHOUT ROWID;
INSERT INTO kv_n (k, v) SELECT k, v FROM kv;
CREATE TEMP TABLE copy_guard (same INTEGER PRIMARY KEY CHECK (same = 1));
INSERT INTO copy_guard (same) SELECT (SELECT count(*) FROM kv) = (SELECT count(*) FROM kv_n);
DROP TABLE temp.copy_guard;
DROP TABLE kv;
ALTER TABLE kv_n RENAME TO kv;
PRAGMA foreign_key_check;
--@ down
CREATE TABLE kv_n (
  k TEXT PRIMARY KEY NOT NULL,
  v TEXT
);
INSERT INTO kv_n (k, v) SELECT k, v FROM kv;
CREATE TEMP TABLE copy_guard (same INTEGER PRIMARY KEY CHECK (same = 1));
INSERT INTO copy_guard (same) SELECT (SELECT count(*) FROM kv) = (SELECT count(*) FROM kv_n);
DROP TABLE temp.copy_guard;
DROP TABLE kv;
ALTER TABLE kv_n RENAME TO kv;
PRAGMA foreign_key_check;
