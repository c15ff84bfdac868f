--@ history
CREATE TABLE users (id bigint PRIMARY KEY, name character varying(50));
--@ migration 002
ALTER TABLE users ALTER COLUMN name TYPE text;
