--@ history
CREATE TABLE users (id bigint PRIMARY KEY, email text);
CREATE INDEX idx_users_email ON users (email);
--@ migration 002
reindex index public."idx_users_email";
