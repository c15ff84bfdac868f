--@ also drop-index not-rerunnable many-nontx-steps
--@ history
CREATE TABLE users (id bigint PRIMARY KEY, email text UNIQUE);
CREATE UNIQUE INDEX users_email_idx ON users (email);
CREATE TABLE logins (id bigint PRIMARY KEY, email text REFERENCES users (email));
--@ migration 002 transactional=false
DROP INDEX CONCURRENTLY users_email_idx;
