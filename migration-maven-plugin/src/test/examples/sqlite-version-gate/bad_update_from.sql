--@ versions 3.32 3.54
--@ history
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  age INTEGER
);
--@ migration 002
UPDATE users SET age = o.age FROM (SELECT 1 AS id, 2 AS age) AS o WHERE users.id = o.id AND users.id = 1;
