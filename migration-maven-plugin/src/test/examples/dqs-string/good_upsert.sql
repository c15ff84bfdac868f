--@ history
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  age INTEGER
);
--@ migration 002
INSERT INTO "users" ("id", "email") VALUES (1, 'a') ON CONFLICT ("id") DO UPDATE SET "email" = excluded."email";
