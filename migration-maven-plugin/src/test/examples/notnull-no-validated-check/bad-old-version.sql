--@ also set-notnull set-not-null
--@ versions 11 18
--@ history
CREATE TABLE users (id bigint PRIMARY KEY, email text, CONSTRAINT users_email_not_null CHECK (email IS NOT NULL));
--@ migration 002
ALTER TABLE users ALTER COLUMN email SET NOT NULL;
