ALTER TABLE users ADD COLUMN phone text;
--@ down
ALTER TABLE users DROP COLUMN phone;
