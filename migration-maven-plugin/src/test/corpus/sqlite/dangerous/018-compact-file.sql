--@ product sqlite
--@ rows log_entries 900000
--@ history
CREATE TABLE log_entries (
  id    INTEGER PRIMARY KEY,
  level TEXT,
  text  TEXT,
  at    INTEGER NOT NULL
);
--@ migration 010
-- OPS-412: the file is 9 GB on the kiosks, most of it free pages
CREATE TABLE IF NOT EXISTS maintenance_runs (
  id  INTEGER PRIMARY KEY,
  job TEXT NOT NULL,
  at  TEXT NOT NULL
);
INSERT INTO maintenance_runs (job, at) VALUES ('compact', '2024-10-02');
--@ danger vacuum-in-tx: "cannot VACUUM from within a transaction", the migration always fails
VACUUM;
--@ down
DROP TABLE maintenance_runs;
