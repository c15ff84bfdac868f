--@ also drop-index
--@ history
CREATE TABLE users (id bigint PRIMARY KEY, email text);
CREATE INDEX idx_users_email ON users (email);
--@ migration 002 transactional=false
DROP INDEX IF EXISTS idx_users_email;
