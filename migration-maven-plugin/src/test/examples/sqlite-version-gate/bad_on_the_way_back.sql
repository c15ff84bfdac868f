--@ versions 3.31 3.54
--@ history
CREATE TABLE shops (id INTEGER PRIMARY KEY, name TEXT);
--@ migration 002
ALTER TABLE shops ADD COLUMN town TEXT;
--@ down
ALTER TABLE shops DROP COLUMN town;
