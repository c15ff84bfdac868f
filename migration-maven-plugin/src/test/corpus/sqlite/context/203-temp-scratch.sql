--@ product sqlite
--@ versions 3.35 3.54
--@ rows price 300
--@ history
CREATE TABLE price (sku TEXT PRIMARY KEY NOT NULL, cents INTEGER NOT NULL);
--@ migration 9
CREATE TEMP TABLE fix (sku TEXT PRIMARY KEY NOT NULL, cents INTEGER NOT NULL);
INSERT OR REPLACE INTO fix (sku, cents) VALUES ('A-1', 1290), ('A-2', 990);
UPDATE price SET cents = (SELECT f.cents FROM fix f WHERE f.sku = price.sku) WHERE sku IN (SELECT sku FROM fix);
DROP TABLE fix;
