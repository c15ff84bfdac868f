--@ migration 001
ALTER TABLE users ADD COLUMN country text;
--@ migration 002
update only users set country = 'DE';
