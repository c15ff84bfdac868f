--@ rows users 7000000
--@ also drop-notnull
--@ history
CREATE TABLE users (id bigint PRIMARY KEY, phone text NOT NULL, CONSTRAINT users_phone CHECK (phone IS NOT NULL));
--@ migration 002
SET LOCAL lock_timeout = '2s';
ALTER TABLE users ALTER COLUMN phone DROP NOT NULL;
--@ down
SET LOCAL lock_timeout = '2s';
-- the check has stayed
ALTER TABLE users ALTER COLUMN phone SET NOT NULL;
