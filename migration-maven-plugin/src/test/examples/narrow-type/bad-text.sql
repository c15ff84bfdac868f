--@ also type-rewrite
--@ history
CREATE TABLE users (id bigint PRIMARY KEY, bio text);
--@ migration 002
ALTER TABLE users ALTER COLUMN bio TYPE varchar(255);
