--@ rows users 20000000
--@ also drop-column
--@ history
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL, age INTEGER);
--@ migration 002
ALTER TABLE users DROP COLUMN age;
