--@ versions 15 18
--@ also add-unique-existing
--@ history
CREATE TABLE users (id bigint PRIMARY KEY, email text);
--@ migration 002
ALTER TABLE users
    ADD COLUMN nickname text,
    ADD CONSTRAINT users_email_key UNIQUE NULLS NOT DISTINCT (email);
