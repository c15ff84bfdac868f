--@ migration 001
ALTER TABLE users ADD COLUMN tier text;
--@ migration 002
UPDATE users SET tier = 'gold', status = 'active';
