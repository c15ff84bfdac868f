--@ history
CREATE TABLE users (id bigint PRIMARY KEY, name varchar(50), total numeric(10, 2));
--@ migration 002
ALTER TABLE users ALTER COLUMN name TYPE varchar(200);
ALTER TABLE users ALTER COLUMN name TYPE text, ALTER COLUMN total TYPE numeric(12, 2);
