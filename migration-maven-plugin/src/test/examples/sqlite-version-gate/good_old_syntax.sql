--@ versions 3.8 3.54
--@ history
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  age INTEGER
);
--@ migration 002
INSERT OR IGNORE INTO users (id, email) SELECT id, 'x' FROM users WHERE id = 1 AND age > 1 - 2;
