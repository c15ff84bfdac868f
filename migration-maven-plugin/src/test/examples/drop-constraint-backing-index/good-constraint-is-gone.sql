--@ also drop-index drop-index-not-concurrent
--@ history
CREATE TABLE users (id bigint PRIMARY KEY, email text, CONSTRAINT users_email_unique UNIQUE (email));
ALTER TABLE users DROP CONSTRAINT users_email_unique;
CREATE INDEX users_email_unique ON users (email);
--@ migration 002
DROP INDEX users_email_unique;
