--@ history
CREATE TABLE users (id bigint PRIMARY KEY, age text);
--@ migration 002
ALTER TABLE users DROP COLUMN age;
ALTER TABLE users ADD COLUMN age integer;
