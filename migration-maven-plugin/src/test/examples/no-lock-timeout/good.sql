--@ migration 001
SET LOCAL lock_timeout = '2s';
ALTER TABLE users ADD COLUMN nickname text;
--@ migration 002
SET lock_timeout TO '5s';
ALTER TABLE users ADD COLUMN motto text;
