--@ rows users 200000
--@ history
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  age INTEGER
);
--@ migration 002
CREATE TABLE ages (user_id INTEGER PRIMARY KEY, age INTEGER);
INSERT INTO ages (user_id, age) SELECT id, age FROM users;
