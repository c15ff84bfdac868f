--@ also set-notnull
--@ history
CREATE TABLE users (id bigint PRIMARY KEY, email text, phone text);
ALTER TABLE users ADD CONSTRAINT reachable CHECK ((email IS NOT NULL) OR (phone IS NOT NULL));
--@ migration 002
ALTER TABLE users ALTER COLUMN phone SET NOT NULL;
