--@ history
CREATE TABLE rates (id INTEGER PRIMARY KEY, amount TEXT);
--@ migration 002
CREATE TABLE rates_new (id INTEGER PRIMARY KEY, amount INTEGER);
INSERT INTO rates_new (id, amount) SELECT r.id, r.amount FROM rates r;
DROP TABLE rates;
ALTER TABLE rates_new RENAME TO rates;
