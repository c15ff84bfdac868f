--@ rows users 5000000
--@ migration 001 transactional=false
SET lock_timeout = '2s';
ALTER TABLE users ADD COLUMN nickname text;
RESET lock_timeout;
