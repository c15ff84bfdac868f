--@ versions 3.20 3.54
--@ history
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  age INTEGER
);
--@ migration 002
UPDATE users SET email = 'RETURNING -> FULL JOIN' WHERE id = 1; -- RETURNING
