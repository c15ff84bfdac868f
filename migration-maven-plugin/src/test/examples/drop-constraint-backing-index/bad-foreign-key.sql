--@ also drop-index drop-index-not-concurrent
--@ history
CREATE TABLE users (id bigint PRIMARY KEY, email text);
CREATE UNIQUE INDEX users_email_idx ON users (email);
CREATE TABLE logins (id bigint PRIMARY KEY, email text REFERENCES users (email));
--@ migration 002
DROP INDEX users_email_idx;
