--@ migration 001 transactional=false
SET lock_timeout = '2s';
DROP INDEX CONCURRENTLY IF EXISTS users_nick_idx;
CREATE INDEX CONCURRENTLY users_nick_idx ON users (nick);
DROP INDEX CONCURRENTLY IF EXISTS users_mail_idx;
CREATE INDEX CONCURRENTLY users_mail_idx ON users (email);
