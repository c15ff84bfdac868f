--@ versions 3.38 3.54
--@ history
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  age INTEGER
);
--@ migration 002
CREATE VIEW pairs AS SELECT a.id FROM users a RIGHT JOIN users b ON a.id = b.age;
