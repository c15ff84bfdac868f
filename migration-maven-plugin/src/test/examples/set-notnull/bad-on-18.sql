--@ also notnull-no-validated-check
--@ versions 18
ALTER TABLE users ADD CONSTRAINT users_email_set NOT NULL email;
