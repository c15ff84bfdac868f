--@ history
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  age INTEGER
);
--@ migration 002
INSERT INTO users (id, email, age) VALUES (1, 'age', '42'), (2, 'b', NULL) ON CONFLICT DO NOTHING;
UPDATE users SET age = length('n/a') WHERE id = 1;
