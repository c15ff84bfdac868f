--@ history
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL UNIQUE,
  age INTEGER CHECK (age > 0)
);
CREATE TABLE orders (
  id INTEGER PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE
);
CREATE INDEX orders_user_id ON orders (user_id);
CREATE INDEX users_age ON users (age DESC);
CREATE UNIQUE INDEX users_mail ON users (lower(email));
CREATE TRIGGER users_touch AFTER UPDATE ON users BEGIN SELECT 1; END;
CREATE VIEW adults AS SELECT id, email FROM users WHERE age > 17;
--@ migration 002 transactional=false
PRAGMA foreign_keys = OFF;
BEGIN;
DROP VIEW adults;
CREATE TABLE users_new (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL UNIQUE,
  age INTEGER NOT NULL DEFAULT 0 CHECK (age >= 0)
);
INSERT INTO users_new (id, email, age) SELECT id, email, coalesce(age, 0) FROM users;
DROP TABLE users;
ALTER TABLE users_new RENAME TO users;
CREATE INDEX users_age ON users (age DESC);
CREATE UNIQUE INDEX users_mail ON users (lower(email));
CREATE TRIGGER users_touch AFTER UPDATE ON users BEGIN SELECT 1; END;
CREATE VIEW adults AS SELECT id, email FROM users WHERE age > 17;
PRAGMA foreign_key_check;
COMMIT;
PRAGMA foreign_keys = ON;
