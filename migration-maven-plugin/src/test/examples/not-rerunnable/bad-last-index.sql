--@ migration 001 transactional=false
CREATE TABLE IF NOT EXISTS visits (id bigint PRIMARY KEY, user_id bigint);
CREATE INDEX CONCURRENTLY users_nick_idx ON users (nick);
