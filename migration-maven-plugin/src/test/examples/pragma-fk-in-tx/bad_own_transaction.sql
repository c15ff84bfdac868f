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
--@ migration 002 transactional=false
BEGIN;
PRAGMA foreign_keys=0;
CREATE TABLE users_new (id INTEGER PRIMARY KEY, email TEXT NOT NULL, age INTEGER NOT NULL DEFAULT 0);
INSERT INTO users_new (id, email, age) SELECT id, email, coalesce(age, 0) FROM users;
DROP TABLE users;
ALTER TABLE users_new RENAME TO users;
COMMIT;
