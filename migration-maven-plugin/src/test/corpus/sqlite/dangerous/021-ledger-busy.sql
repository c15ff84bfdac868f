--@ product sqlite
--@ rows ledger 12000000
--@ history
CREATE TABLE ledger (
  id        INTEGER PRIMARY KEY,
  account   TEXT NOT NULL,
  cents     INTEGER NOT NULL,
  booked_on TEXT NOT NULL,
  fiscal_yr INTEGER
);
--@ migration 019 transactional=false
-- fail fast, do not hang in the deployment
--@ danger no-busy-timeout: with 0 the first moment in which the application writes ends the migration with SQLITE_BUSY
PRAGMA busy_timeout = 0;
BEGIN;
--@ danger long-writer: one UPDATE over 12 million rows, other writers wait for all of it
UPDATE ledger
   SET fiscal_yr = CAST(substr(booked_on, 1, 4) AS INTEGER)
 WHERE fiscal_yr IS NULL;
COMMIT;
