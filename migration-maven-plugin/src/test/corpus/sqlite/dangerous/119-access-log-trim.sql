--@ product sqlite
--@ versions 3.40 3.54
--@ rows access_log 3100000
--@ history
CREATE TABLE access_log (
  id  INTEGER PRIMARY KEY,
  at  TEXT NOT NULL,
  url TEXT NOT NULL
);
CREATE INDEX ix_access_log_at ON access_log (at);
--@ migration 048
-- data protection: two years at most
--@ danger long-writer: 2.6 of 3.1 million rows in one statement
--@ danger no-busy-timeout: nothing waits for the other writers, the web process or this step gets SQLITE_BUSY at once
DELETE FROM access_log WHERE at < '2023-01-01';
--@ down
-- nothing to do
--@ danger noop-rollback: reports success and brings nothing back
SELECT 1;
