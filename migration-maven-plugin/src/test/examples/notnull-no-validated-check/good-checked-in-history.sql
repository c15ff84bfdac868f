--@ history
CREATE TABLE users (id bigint PRIMARY KEY, email text, name text,
    CONSTRAINT users_complete CHECK ("email" IS NOT NULL AND (name IS NOT NULL)));
--@ migration 002
ALTER TABLE users ALTER COLUMN email SET NOT NULL, ALTER COLUMN name SET NOT NULL;
