--@ history
CREATE TABLE prices (id INTEGER PRIMARY KEY, total REAL, note TEXT);
--@ migration 002
CREATE TABLE prices_new (id INTEGER PRIMARY KEY, total INTEGER, note TEXT);
INSERT INTO prices_new (id, total, note) SELECT id, CAST(total AS INTEGER), note FROM prices;
DROP TABLE prices;
ALTER TABLE prices_new RENAME TO prices;
