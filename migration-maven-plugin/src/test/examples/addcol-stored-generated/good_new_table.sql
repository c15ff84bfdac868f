--@ history
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  age INTEGER
);
--@ migration 002
CREATE TABLE cities (id INTEGER PRIMARY KEY, name TEXT);
ALTER TABLE cities ADD COLUMN key TEXT AS (lower(name)) STORED;
