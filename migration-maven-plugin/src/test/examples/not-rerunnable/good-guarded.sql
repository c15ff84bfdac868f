--@ migration 001 transactional=false
ALTER TABLE users ADD COLUMN IF NOT EXISTS nick text;
DROP INDEX CONCURRENTLY IF EXISTS users_nick_idx;
CREATE INDEX CONCURRENTLY users_nick_idx ON users (nick);
