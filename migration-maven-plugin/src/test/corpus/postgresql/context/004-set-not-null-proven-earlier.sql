--@ versions 14 18
--@ rows users 5000000
--@ history
CREATE TABLE users (id bigint PRIMARY KEY, email text);
ALTER TABLE users ADD CONSTRAINT users_email_nn CHECK (email IS NOT NULL) NOT VALID;
ALTER TABLE users VALIDATE CONSTRAINT users_email_nn;
--@ migration 102
SET LOCAL lock_timeout = '2s';
ALTER TABLE users ALTER COLUMN email SET NOT NULL;
--@ down
SET LOCAL lock_timeout = '2s';
ALTER TABLE users ALTER COLUMN email DROP NOT NULL;
