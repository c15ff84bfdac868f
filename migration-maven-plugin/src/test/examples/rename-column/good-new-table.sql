CREATE TABLE users (id bigint PRIMARY KEY, nick text);
ALTER TABLE users RENAME COLUMN nick TO nickname;
