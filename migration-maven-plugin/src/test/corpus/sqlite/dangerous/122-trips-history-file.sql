--@ product sqlite
--@ versions 3.40 3.54
--@ rows trips 4000
--@ history
CREATE TABLE trips (
  id       INTEGER PRIMARY KEY,
  began_at TEXT NOT NULL,
  km       REAL NOT NULL
);
--@ migration 019
-- head unit: keep this year in the fast file; both files run in WAL mode
--@ danger attach: two files under WAL do not commit together; a power cut in between loses trips or leaves them twice
ATTACH DATABASE 'trips-history.db' AS hist;
CREATE TABLE IF NOT EXISTS hist.trips (
  id       INTEGER PRIMARY KEY,
  began_at TEXT NOT NULL,
  km       REAL NOT NULL
);
INSERT INTO hist.trips (id, began_at, km)
SELECT id, began_at, km FROM main.trips WHERE began_at < '2025-01-01';
DELETE FROM main.trips WHERE began_at < '2025-01-01';
--@ down
--@ danger attach: the same two files on the way back
ATTACH 'trips-history.db' AS hist;
INSERT INTO main.trips (id, began_at, km)
SELECT id, began_at, km FROM hist.trips WHERE began_at < '2025-01-01';
DELETE FROM hist.trips WHERE began_at < '2025-01-01';
