--@ rows users 5000000
--@ history
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  age INTEGER
);
--@ migration 002
UPDATE users SET age = 0 WHERE age IS NULL AND id BETWEEN 1 AND 10000;
