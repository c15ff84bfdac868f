--@ versions 18
--@ migration 001
ALTER TABLE users ADD CONSTRAINT users_email_set NOT NULL email NOT VALID;
--@ migration 002
ALTER TABLE users VALIDATE CONSTRAINT users_email_set;
