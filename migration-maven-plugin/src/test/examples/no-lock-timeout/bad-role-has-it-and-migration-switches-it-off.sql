--@ also grant-role-password
--@ history
ALTER ROLE migrator SET lock_timeout = '5s';
--@ migration 002
SET lock_timeout TO '0';
ALTER TABLE users ADD COLUMN nickname text;
