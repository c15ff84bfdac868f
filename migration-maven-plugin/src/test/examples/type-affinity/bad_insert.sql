--@ history
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  age INTEGER
);
--@ migration 002
INSERT INTO users (id, email, age) VALUES (1, 'a, (b)', 'unknown') ON CONFLICT DO NOTHING;
