--@ history
CREATE TABLE users (id bigint PRIMARY KEY, email text UNIQUE);
--@ migration 002
ALTER TABLE users DROP CONSTRAINT users_email_key;
