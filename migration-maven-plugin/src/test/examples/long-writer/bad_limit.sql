--@ limit 1000
--@ rows users 2000
--@ history
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  age INTEGER
);
--@ migration 002
DELETE FROM users WHERE age < 0;
