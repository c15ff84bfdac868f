--@ versions 3.20 3.54
--@ history
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  age INTEGER
);
--@ migration 002
UPDATE users SET age = (SELECT max(u.age) FROM users u) WHERE id = 1;
