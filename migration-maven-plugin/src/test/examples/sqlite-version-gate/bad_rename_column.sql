--@ versions 3.24 3.40
--@ also rename-column
--@ history
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  age INTEGER
);
--@ migration 002
ALTER TABLE users RENAME COLUMN age TO years;
