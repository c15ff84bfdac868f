--@ rows users 5000000
--@ migration 001 transactional=false
SET LOCAL lock_timeout = '2s';
ALTER TABLE users ADD COLUMN nickname text;
