--@ product sqlite
--@ versions 3.40 3.54
--@ rows documents 500
--@ history
CREATE TABLE documents (
  id    INTEGER PRIMARY KEY,
  title TEXT NOT NULL
);
--@ migration 006
-- Customers put the file on a network share, WAL does not work there.
--@ danger journal-mode-in-tx: leaving WAL is refused while the runner's transaction is open
PRAGMA journal_mode = TRUNCATE;
ALTER TABLE documents ADD COLUMN storage TEXT NOT NULL DEFAULT 'local';
--@ down
ALTER TABLE documents DROP COLUMN storage;
--@ danger journal-mode-in-tx: going to WAL is refused as well
PRAGMA main.journal_mode = 'wal';
