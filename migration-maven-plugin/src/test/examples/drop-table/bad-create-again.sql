DROP TABLE IF EXISTS users;
CREATE TABLE users (id bigint PRIMARY KEY, email text);
