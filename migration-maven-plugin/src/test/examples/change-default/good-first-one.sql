--@ history
CREATE TABLE users (id bigint PRIMARY KEY, status text);
--@ migration 002
ALTER TABLE users ALTER COLUMN status SET DEFAULT 'new';
--@ down
ALTER TABLE users ALTER COLUMN status DROP DEFAULT;
