--@ product sqlite
--@ versions 3.35 3.54
--@ rows station 900
--@ rows reading 500000
--@ history
CREATE TABLE station (id INTEGER PRIMARY KEY, name TEXT NOT NULL, calibrated_on TEXT);
CREATE TABLE reading (
  id INTEGER PRIMARY KEY,
  station_id INTEGER NOT NULL REFERENCES station (id) ON DELETE CASCADE,
  mm REAL
);
CREATE INDEX reading_station ON reading (station_id);
--@ migration 2024-01
--@ danger or-replace: the old row is deleted, its readings cascade away where keys are on, calibrated_on becomes NULL
INSERT OR REPLACE INTO station (id, name) VALUES (12, 'Harbour'), (13, 'Hill');
--@ migration 2024-02
--@ danger or-replace: REPLACE INTO is the same thing
REPLACE INTO station (id, name) VALUES (14, 'Mill');
--@ migration 2024-03
--@ danger replace-instead-of-upsert: deleting and inserting again fires the cascade and loses calibrated_on
DELETE FROM station WHERE id = 15;
INSERT INTO station (id, name) VALUES (15, 'Old bridge');
