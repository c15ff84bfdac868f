--@ limit 5000
--@ history
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  age INTEGER
);
--@ migration 002
ALTER TABLE users ADD COLUMN city TEXT;
