--@ versions 3.40 3.54
--@ also set-notnull
--@ history
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  age INTEGER
);
--@ migration 002
ALTER TABLE users ALTER COLUMN age SET NOT NULL;
