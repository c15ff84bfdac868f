--@ product sqlite
--@ versions 3.40 3.54
--@ migration 010
-- STORED column, CURRENT_DATE default and unique indexes: all on tables a few lines old, depots without a row.
CREATE TABLE regions (
  id   INTEGER PRIMARY KEY,
  code TEXT NOT NULL
);
INSERT INTO regions (id, code) VALUES (1, 'north'), (2, 'south');
CREATE TABLE depots (
  id    INTEGER PRIMARY KEY,
  name  TEXT NOT NULL,
  dm_x  INTEGER NOT NULL
);
ALTER TABLE depots ADD COLUMN x_km REAL GENERATED ALWAYS AS (dm_x / 10000.0) STORED;
ALTER TABLE depots ADD COLUMN opened TEXT NOT NULL DEFAULT CURRENT_DATE;
CREATE UNIQUE INDEX ux_regions_code ON regions (code);
CREATE UNIQUE INDEX ux_depots_name ON depots (name);
--@ down
DROP TABLE depots;
DROP TABLE regions;
