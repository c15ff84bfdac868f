--@ migration 001 transactional=false
SET lock_timeout = '2s';
CREATE INDEX CONCURRENTLY users_nick_idx ON users (nick);
CREATE INDEX CONCURRENTLY users_mail_idx ON users (email);
