--@ also rebuild-cuts-values
--@ history
CREATE TABLE rates (id INTEGER PRIMARY KEY, amount TEXT, code TEXT);
--@ migration 002
CREATE TABLE rates_new (id INTEGER PRIMARY KEY, code TEXT, amount INTEGER);
INSERT INTO rates_new SELECT id, code, CAST(amount AS INTEGER) FROM rates;
DROP TABLE rates;
ALTER TABLE rates_new RENAME TO rates;
