CREATE TABLE users (id bigint PRIMARY KEY, phone text NOT NULL);
ALTER TABLE users ALTER COLUMN phone DROP NOT NULL;
--@ down
DROP TABLE users;
