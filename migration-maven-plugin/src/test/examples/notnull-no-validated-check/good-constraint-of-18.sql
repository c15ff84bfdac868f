--@ versions 18
--@ migration 002
ALTER TABLE users ADD CONSTRAINT users_email_not_null NOT NULL email NOT VALID;
--@ migration 003
ALTER TABLE users VALIDATE CONSTRAINT users_email_not_null;
