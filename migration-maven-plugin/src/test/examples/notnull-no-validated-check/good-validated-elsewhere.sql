ALTER TABLE users VALIDATE CONSTRAINT users_email_present;
--@ migration 003
ALTER TABLE users ALTER COLUMN email SET NOT NULL;
