--@ rows users 5000000
--@ also explicit-tx
--@ migration 001 transactional=false
BEGIN;
SET LOCAL lock_timeout = '2s';
ALTER TABLE users ADD COLUMN nickname text;
COMMIT;
ALTER TABLE users ADD COLUMN motto text;
