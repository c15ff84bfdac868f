--@ product sqlite
--@ versions 3.35 3.54
--@ rows event 800000
--@ history
CREATE TABLE event (id INTEGER PRIMARY KEY, at TEXT NOT NULL, kind TEXT NOT NULL);
--@ migration 5
--@ danger journal-mode-in-tx: the journal mode cannot go to WAL within a transaction
PRAGMA journal_mode = WAL;
--@ migration 6
DELETE FROM event WHERE id = 1;
--@ danger vacuum-in-tx: cannot VACUUM from within a transaction
VACUUM;
