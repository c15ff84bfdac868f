--@ product sqlite
--@ versions 3.35 3.54
--@ rows event 8000
--@ history
CREATE TABLE event (id INTEGER PRIMARY KEY, at TEXT NOT NULL, kind TEXT NOT NULL);
--@ migration 5 transactional=false
PRAGMA journal_mode = WAL;
--@ migration 6 transactional=false
VACUUM;
