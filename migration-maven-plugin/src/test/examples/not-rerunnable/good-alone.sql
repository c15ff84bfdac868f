--@ migration 001 transactional=false
CREATE INDEX CONCURRENTLY users_nick_idx ON users (nick);
