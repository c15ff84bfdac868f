--@ also change-type
--@ history
CREATE TABLE users (id bigint PRIMARY KEY, name text);
--@ migration 002
ALTER TABLE users ALTER COLUMN name TYPE text COLLATE "C";
