--@ also set-notnull set-not-null
--@ history
CREATE TABLE users (id bigint PRIMARY KEY, email text, phone text, CONSTRAINT reachable CHECK (email IS NOT NULL OR phone IS NOT NULL));
--@ migration 002
ALTER TABLE users ALTER COLUMN email SET NOT NULL;
