--@ product sqlite
--@ versions 3.40 3.54
--@ rows stations 27
--@ history
CREATE TABLE stations (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL
);
--@ migration 021
-- Schema and data in one go, without slices and without a busy timeout: 27 rows
CREATE TABLE station_flags (
  station_id INTEGER PRIMARY KEY REFERENCES stations (id) ON DELETE RESTRICT,
  barrier    INTEGER NOT NULL DEFAULT 0
);
INSERT INTO station_flags (station_id) SELECT id FROM stations;
UPDATE station_flags SET barrier = 1;
CREATE INDEX ix_stations_name ON stations (name);
--@ down
DROP INDEX ix_stations_name;
DROP TABLE station_flags;
