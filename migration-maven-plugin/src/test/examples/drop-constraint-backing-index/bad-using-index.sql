--@ also drop-index drop-index-not-concurrent
--@ history
CREATE TABLE users (id bigint PRIMARY KEY, email text);
CREATE UNIQUE INDEX users_email_idx ON users (email);
ALTER TABLE users ADD CONSTRAINT users_email_unique UNIQUE USING INDEX users_email_idx;
--@ migration 002
DROP INDEX users_email_unique;
