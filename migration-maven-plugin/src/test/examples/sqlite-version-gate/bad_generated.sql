--@ versions 3.30 3.54
--@ history
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  age INTEGER
);
--@ migration 002
CREATE TABLE cities (id INTEGER PRIMARY KEY, name TEXT, key TEXT AS (lower(name)));
