--@ migration 001
ALTER TABLE users ADD CONSTRAINT users_email_set CHECK (email IS NOT NULL) NOT VALID;
--@ migration 002
ALTER TABLE users VALIDATE CONSTRAINT users_email_set;
--@ migration 003
ALTER TABLE users ALTER COLUMN email SET NOT NULL;
ALTER TABLE users DROP CONSTRAINT users_email_set;
