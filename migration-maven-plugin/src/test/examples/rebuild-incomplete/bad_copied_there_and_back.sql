--@ history
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  age INTEGER
);
CREATE INDEX users_email ON users (email);
--@ migration 002
CREATE TEMPORARY TABLE users_backup (id INTEGER PRIMARY KEY, email TEXT, age INTEGER);
INSERT INTO users_backup SELECT id, email, age FROM users;
DROP TABLE users;
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL, age INTEGER NOT NULL DEFAULT 0);
INSERT INTO users (id, email, age) SELECT id, email, coalesce(age, 0) FROM users_backup;
DROP TABLE users_backup;
