--@ migration 001 transactional=false
ALTER TABLE users ADD COLUMN nick text;
CREATE INDEX CONCURRENTLY users_nick_idx ON users (nick);
