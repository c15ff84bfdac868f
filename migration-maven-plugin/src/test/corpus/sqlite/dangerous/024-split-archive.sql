--@ product sqlite
--@ rows mails 40000
--@ history
CREATE TABLE mails (
  id       INTEGER PRIMARY KEY,
  subject  TEXT,
  body     TEXT,
  archived INTEGER NOT NULL DEFAULT 0
);
--@ migration 030 transactional=false
-- main file runs in WAL mode; archived mail moves to a file of its own
PRAGMA busy_timeout = 5000;
--@ danger attach: under WAL a commit over two files is atomic per file only; a power cut in between loses mails or has them twice
ATTACH DATABASE 'archive.db' AS archive;
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS archive.mails (
  id      INTEGER PRIMARY KEY,
  subject TEXT,
  body    TEXT
);
INSERT INTO archive.mails (id, subject, body)
  SELECT id, subject, body FROM main.mails WHERE archived = 1
  ON CONFLICT (id) DO NOTHING;
DELETE FROM main.mails WHERE archived = 1;
COMMIT;
DETACH DATABASE archive;
