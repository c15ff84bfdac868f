--@ also change-type narrow-type
--@ history
CREATE TABLE users (id bigint PRIMARY KEY, age text);
--@ migration 002
ALTER TABLE users ALTER COLUMN age TYPE integer USING age::integer;
