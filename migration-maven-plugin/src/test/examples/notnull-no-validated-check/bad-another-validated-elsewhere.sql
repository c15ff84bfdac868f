--@ also set-notnull
ALTER TABLE users VALIDATE CONSTRAINT users_name_present;
--@ migration 003
ALTER TABLE users ALTER COLUMN email SET NOT NULL;
