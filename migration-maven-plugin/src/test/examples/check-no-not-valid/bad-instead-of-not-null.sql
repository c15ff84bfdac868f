--@ history
CREATE TABLE users (id bigint PRIMARY KEY, email text);
--@ migration 002
ALTER TABLE users ADD CONSTRAINT users_email_not_null CHECK (email IS NOT NULL);
