--@ also set-notnull set-not-null
--@ migration 002
ALTER TABLE users ADD CONSTRAINT users_name_not_null CHECK (name IS NOT NULL) NOT VALID;
--@ migration 003
ALTER TABLE users VALIDATE CONSTRAINT users_name_not_null;
--@ migration 004
ALTER TABLE users ALTER COLUMN email SET NOT NULL;
