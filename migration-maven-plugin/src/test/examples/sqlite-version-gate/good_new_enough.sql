--@ versions 3.35 3.54
--@ also drop-column
--@ history
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  age INTEGER
);
--@ migration 002
UPDATE users SET age = 1 WHERE id = 1 RETURNING id;
