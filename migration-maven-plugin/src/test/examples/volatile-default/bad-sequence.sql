--@ history
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE SEQUENCE user_numbers;
--@ migration 002
ALTER TABLE users ADD COLUMN number bigint DEFAULT nextval('user_numbers');
