--@ history
CREATE TABLE shops (id INTEGER PRIMARY KEY);
--@ migration 002
ALTER TABLE shops ADD COLUMN home_zip NUMERIC(5);
