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
CREATE TABLE orders_new (
  id INTEGER PRIMARY KEY,
  user_id INTEGER REFERENCES users (id) ON DELETE CASCADE,
  total INTEGER NOT NULL DEFAULT 0,
  note TEXT
);
INSERT INTO orders_new (id, user_id, total) SELECT id, user_id, total FROM orders;
DROP TABLE orders;
ALTER TABLE orders_new RENAME TO orders;
CREATE INDEX orders_user_id ON orders (user_id);
