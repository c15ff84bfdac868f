--@ history
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  age INTEGER
);
CREATE TRIGGER users_audit AFTER DELETE ON users BEGIN SELECT old.id; END;
--@ migration 002
CREATE TABLE new_users (id INTEGER PRIMARY KEY, email TEXT NOT NULL, age INTEGER, city TEXT);
INSERT INTO new_users (id, email, age) SELECT id, email, age FROM users;
DROP TABLE users;
ALTER TABLE new_users RENAME TO users;
