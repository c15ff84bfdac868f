--@ product sqlite
--@ versions 3.40 3.54
--@ rows visits 3000
--@ history
CREATE TABLE visits (
  id        INTEGER PRIMARY KEY,
  site_id   INTEGER NOT NULL,
  seen_on   TEXT    NOT NULL
);
--@ migration 042
-- the PRAGMAs only ask, they change nothing
PRAGMA foreign_keys;
PRAGMA journal_mode;
PRAGMA writable_schema;
CREATE INDEX IF NOT EXISTS ix_visits_site ON visits (site_id, seen_on);
ANALYZE visits;
PRAGMA foreign_key_check(visits);
PRAGMA user_version = 42;
--@ down
DROP INDEX IF EXISTS ix_visits_site;
PRAGMA user_version = 41;
