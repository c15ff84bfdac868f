--@ history
CREATE TABLE owners (id INTEGER PRIMARY KEY, name TEXT);
--@ migration 002
ALTER TABLE owners ADD COLUMN born TEXT;
CREATE INDEX owners_born ON owners (born);
--@ down
ALTER TABLE owners DROP COLUMN born;
