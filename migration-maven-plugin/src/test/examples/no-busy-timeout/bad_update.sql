--@ limit 5000
--@ history
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  age INTEGER
);
--@ migration 002
UPDATE users SET age = 1 WHERE id = 1;
