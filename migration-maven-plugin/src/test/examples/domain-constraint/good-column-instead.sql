--@ migration 002
ALTER TABLE users ADD CONSTRAINT users_email_has_at CHECK (email LIKE '%@%') NOT VALID;
--@ migration 003
ALTER TABLE users VALIDATE CONSTRAINT users_email_has_at;
