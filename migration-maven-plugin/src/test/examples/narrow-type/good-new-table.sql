CREATE TABLE users (id bigint PRIMARY KEY, name varchar(200));
ALTER TABLE users ALTER COLUMN name TYPE varchar(50);
