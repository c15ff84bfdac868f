--@ also drop-column view-depends
--@ history
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  age INTEGER
);
CREATE TRIGGER grow AFTER UPDATE ON users WHEN new.age < old.age BEGIN SELECT RAISE(ABORT, 'younger'); END;
--@ migration 002
ALTER TABLE users DROP COLUMN age;
