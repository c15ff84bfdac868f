--@ product sqlite
--@ versions 3.40 3.54
--@ rows parts 8000
--@ rows suppliers 450
--@ history
CREATE TABLE parts (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL
);
CREATE TABLE suppliers (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL
);
--@ migration 011
-- stock taking with the hand scanner
--@ danger affinity: STRING is no text type, it has NUMERIC affinity; 0012345678905 is stored as 12345678905
ALTER TABLE parts ADD COLUMN ean STRING;
CREATE INDEX ix_parts_ean ON parts (ean);
-- five digits, the database sees to it
--@ danger affinity: DECIMAL(5) checks nothing and is NUMERIC; 01067 becomes 1067, 'unknown' stays as text
ALTER TABLE suppliers ADD COLUMN zip DECIMAL(5);
--@ down
ALTER TABLE suppliers DROP COLUMN zip;
DROP INDEX ix_parts_ean;
ALTER TABLE parts DROP COLUMN ean;
