--@ also drop-fk-check drop-check
--@ migration 002
ALTER TABLE users ADD CONSTRAINT users_email_not_null CHECK (email IS NOT NULL) NOT VALID;
--@ migration 003
ALTER TABLE users VALIDATE CONSTRAINT users_email_not_null;
--@ migration 004
ALTER TABLE users ALTER COLUMN email SET NOT NULL;
ALTER TABLE users DROP CONSTRAINT users_email_not_null;
