--@ migration 001
ALTER TABLE users ADD COLUMN country text;
--@ migration 002
ALTER TABLE users ALTER COLUMN country SET DEFAULT 'DE';
