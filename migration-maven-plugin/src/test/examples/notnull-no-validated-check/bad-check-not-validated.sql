--@ also set-notnull set-not-null
--@ history
CREATE TABLE users (id bigint PRIMARY KEY, email text);
--@ migration 002
ALTER TABLE users ADD CONSTRAINT users_email_not_null CHECK (email IS NOT NULL) NOT VALID;
--@ migration 003
ALTER TABLE users ALTER COLUMN email SET NOT NULL;
