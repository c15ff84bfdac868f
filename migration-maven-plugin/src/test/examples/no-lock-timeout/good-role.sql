--@ also grant-role-password
--@ rows users 5000000
--@ history
ALTER ROLE migrator SET lock_timeout = '5s';
--@ migration 002
ALTER TABLE users ADD COLUMN nickname text;
