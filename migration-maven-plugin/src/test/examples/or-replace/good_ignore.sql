--@ history
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  age INTEGER
);
--@ migration 002
INSERT OR IGNORE INTO users (id, email) VALUES (1, 'a');
