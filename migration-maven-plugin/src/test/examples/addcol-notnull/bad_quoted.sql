--@ history
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  age INTEGER
);
--@ migration 002
ALTER TABLE main."users" ADD COLUMN "home city" VARCHAR(50) NOT NULL CHECK ("home city" <> '');
