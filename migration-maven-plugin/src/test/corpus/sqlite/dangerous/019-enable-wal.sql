--@ product sqlite
--@ migration 002
-- readers must not wait for the sync job
CREATE TABLE sync_state (
  peer     TEXT PRIMARY KEY,
  revision INTEGER NOT NULL DEFAULT 0,
  seen_at  TEXT
) WITHOUT ROWID;

--@ danger journal-mode-in-tx: "cannot change into wal mode from within a transaction"
pragma journal_mode = wal;
--@ down
DROP TABLE sync_state;
