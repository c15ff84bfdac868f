--@ also change-type
--@ history
CREATE TABLE users (id bigint PRIMARY KEY, code char(2));
--@ migration 002
ALTER TABLE users ALTER COLUMN code TYPE char(3);
