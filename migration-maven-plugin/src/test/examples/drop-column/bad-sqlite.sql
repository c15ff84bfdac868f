--@ product sqlite
ALTER TABLE users DROP COLUMN phone;
