--@ product sqlite
--@ versions 3.40 3.54
--@ migration 060
CREATE TABLE tile_cache (
  z    INTEGER NOT NULL,
  x    INTEGER NOT NULL,
  y    INTEGER NOT NULL,
  png  BLOB,
  PRIMARY KEY (z, x, y)
) WITHOUT ROWID;
INSERT INTO tile_cache (z, x, y) VALUES (0, 0, 0);
-- the row above only proved that the key is usable; DELETE without WHERE on our own new table
DELETE FROM tile_cache;
INSERT OR REPLACE INTO tile_cache (z, x, y, png) VALUES (0, 0, 0, x'89504E47');
--@ down
DROP TABLE tile_cache;
