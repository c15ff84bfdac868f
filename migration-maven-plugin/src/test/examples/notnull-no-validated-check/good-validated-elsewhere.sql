--@ also set-notnull
ALTER TABLE users VALIDATE CONSTRAINT users_email_not_null;
--@ migration 003
ALTER TABLE users ALTER COLUMN email SET NOT NULL;
--@ migration 004
ALTER TABLE users DROP CONSTRAINT users_email_not_null;
