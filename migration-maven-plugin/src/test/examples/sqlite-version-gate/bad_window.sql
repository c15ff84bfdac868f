--@ versions 3.24 3.54
--@ history
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  age INTEGER
);
--@ migration 002
CREATE VIEW ranks AS SELECT id, row_number() OVER (ORDER BY age) AS rank FROM users;
