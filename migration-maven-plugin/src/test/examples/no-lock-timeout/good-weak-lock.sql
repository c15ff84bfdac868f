--@ limit 0
ALTER TABLE users VALIDATE CONSTRAINT users_email_present;
