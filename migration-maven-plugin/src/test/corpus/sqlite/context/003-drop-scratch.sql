--@ product sqlite
--@ rows regions 16
--@ history
CREATE TABLE regions (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL
);
--@ migration 012
ALTER TABLE regions ADD COLUMN code TEXT;

CREATE TABLE _region_codes (name TEXT PRIMARY KEY, code TEXT NOT NULL);
INSERT INTO _region_codes (name, code) VALUES
  ('Bayern', 'BY'), ('Berlin', 'BE'), ('Bremen', 'HB'), ('Hamburg', 'HH');

UPDATE regions
   SET code = (SELECT c.code FROM _region_codes c WHERE c.name = regions.name)
 WHERE name IN (SELECT name FROM _region_codes);

DROP TABLE _region_codes;
--@ down
ALTER TABLE regions DROP COLUMN code;
