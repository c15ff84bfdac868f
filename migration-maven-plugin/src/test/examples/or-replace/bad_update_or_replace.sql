--@ history
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  age INTEGER
);
--@ migration 002
UPDATE OR REPLACE users SET id = id + 1 WHERE id = 5;
