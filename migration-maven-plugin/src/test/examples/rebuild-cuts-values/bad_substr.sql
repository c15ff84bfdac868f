--@ history
CREATE TABLE prices (id INTEGER PRIMARY KEY, total REAL, note TEXT);
--@ migration 002
CREATE TABLE prices_new (id INTEGER PRIMARY KEY, total REAL, note VARCHAR(10));
INSERT INTO prices_new (id, total, note) SELECT id, total, substr(note, 1, 10) FROM prices;
DROP TABLE prices;
ALTER TABLE prices_new RENAME TO prices;
