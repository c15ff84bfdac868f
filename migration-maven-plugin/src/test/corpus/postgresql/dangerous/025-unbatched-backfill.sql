--@ versions 14 18
--@ rows profiles 33000000
--@ history
CREATE TABLE profiles (id bigint PRIMARY KEY, first_name text, last_name text, display_name text, locale text);
--@ migration 0301
-- names for the new header; column was added in release 24.2
SET LOCAL statement_timeout = 0;
--@ danger unbatched-backfill: 33M row versions in one transaction: row locks, bloat, replica lag
UPDATE profiles
   SET display_name = concat_ws(' ', first_name, last_name)
 WHERE display_name IS NULL;
--@ migration 0302
--@ danger dml-no-where: rewrites every row and overwrites what users chose, no way back
UPDATE profiles SET locale = 'en';
