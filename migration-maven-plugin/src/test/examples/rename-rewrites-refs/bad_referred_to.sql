--@ also rebuild-fk-on
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
ALTER TABLE users RENAME TO _users_old;
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL, age INTEGER NOT NULL DEFAULT 0);
INSERT INTO users (id, email, age) SELECT id, email, coalesce(age, 0) FROM _users_old;
DROP TABLE _users_old;
