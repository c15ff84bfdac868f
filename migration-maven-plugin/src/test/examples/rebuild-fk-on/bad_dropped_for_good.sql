--@ also drop-table
--@ history
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  age INTEGER
);
CREATE TABLE orders (
  id INTEGER PRIMARY KEY,
  user_id INTEGER REFERENCES users (id) ON DELETE CASCADE,
  total INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX orders_user_id ON orders (user_id);
--@ migration 002
DROP TABLE IF EXISTS users;
