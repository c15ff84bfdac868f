--@ also type-rewrite
--@ history
CREATE TABLE users (id bigint PRIMARY KEY, name varchar(200));
--@ migration 002
ALTER TABLE users ALTER COLUMN name TYPE varchar(50);
