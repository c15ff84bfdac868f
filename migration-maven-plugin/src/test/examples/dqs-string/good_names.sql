--@ history
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  age INTEGER
);
--@ migration 002
UPDATE "users" SET "age" = "age" + 1 WHERE "users"."email" = 'say "hi"' AND id = 1; -- "no"
