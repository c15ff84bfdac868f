--@ history
CREATE TABLE users (id bigint PRIMARY KEY, email text NOT NULL);
--@ migration 002
ALTER TABLE users ALTER COLUMN id SET NOT NULL, ALTER COLUMN email SET NOT NULL;
