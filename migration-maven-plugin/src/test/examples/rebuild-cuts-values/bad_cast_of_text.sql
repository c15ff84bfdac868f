--@ history
CREATE TABLE prices (id INTEGER PRIMARY KEY, total REAL, note TEXT);
--@ migration 002
CREATE TABLE prices_new (id INTEGER PRIMARY KEY, total REAL, note INTEGER);
INSERT INTO prices_new (id, total, note) SELECT p.id, p.total, cast(p."note" as int) FROM prices p;
DROP TABLE prices;
ALTER TABLE prices_new RENAME TO prices;
