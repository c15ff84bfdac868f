--@ migration 001
ALTER TABLE users ADD COLUMN moved boolean;
--@ migration 002
ALTER TABLE users DROP COLUMN moved;
