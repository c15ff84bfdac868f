--@ limit 5000
--@ history
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  age INTEGER
);
--@ migration 002
CREATE TABLE cities (id INTEGER PRIMARY KEY, name TEXT);
CREATE INDEX cities_name ON cities (name);
