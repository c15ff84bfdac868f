--@ history
CREATE TABLE users (id INTEGER PRIMARY KEY);
CREATE TABLE orders (
  id INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL,
  total INTEGER,
  FOREIGN KEY (user_id) REFERENCES users (id)
);
--@ migration 002
CREATE TABLE orders_new (id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL, total REAL);
INSERT INTO orders_new (id, user_id, total) SELECT id, user_id, total FROM orders;
DROP TABLE orders;
ALTER TABLE orders_new RENAME TO orders;
