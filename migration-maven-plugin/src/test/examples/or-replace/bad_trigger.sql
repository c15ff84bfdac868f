--@ history
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  age INTEGER
);
CREATE TRIGGER gone AFTER DELETE ON users BEGIN SELECT 1; END;
--@ migration 002
REPLACE INTO users (id, email, age) VALUES (1, 'a', 2);
