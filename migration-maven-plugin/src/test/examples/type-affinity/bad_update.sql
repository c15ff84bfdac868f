--@ history
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  age INTEGER
);
--@ migration 002
UPDATE users SET age = 'n/a' WHERE id = 1;
