--@ also notnull-no-validated-check
--@ migration 001
ALTER TABLE users ADD CONSTRAINT users_email_set CHECK (email IS NOT NULL) NOT VALID;
--@ migration 002
ALTER TABLE users ALTER COLUMN email SET NOT NULL;
