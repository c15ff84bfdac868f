CREATE TABLE users (id bigint PRIMARY KEY, age text);
ALTER TABLE users ALTER COLUMN age TYPE integer USING age::integer;
