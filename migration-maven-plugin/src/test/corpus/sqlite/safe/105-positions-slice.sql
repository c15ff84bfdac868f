--@ product sqlite
--@ versions 3.40 3.54
--@ rows positions 2600000
--@ history
CREATE TABLE positions (
  id   INTEGER PRIMARY KEY,
  lat  REAL NOT NULL,
  lon  REAL NOT NULL,
  cell INTEGER
);
CREATE INDEX ix_positions_no_cell ON positions (id) WHERE cell IS NULL;
--@ migration 058
-- One slice of 500; the job queue runs this again until nothing is left.
-- whole degrees; the result depends on the row alone
PRAGMA busy_timeout = 3000;
UPDATE positions
SET cell = CAST(lat + 90 AS INTEGER) * 360 + CAST(lon + 180 AS INTEGER)
WHERE id IN (SELECT id FROM positions WHERE cell IS NULL ORDER BY id LIMIT 500);
--@ down
PRAGMA busy_timeout = 3000;
UPDATE positions
SET cell = NULL
WHERE id IN (SELECT id FROM positions WHERE cell IS NOT NULL ORDER BY id DESC LIMIT 500);
