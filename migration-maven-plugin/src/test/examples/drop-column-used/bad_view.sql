--@ also drop-column view-depends
--@ history
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  age INTEGER
);
CREATE VIEW ages AS SELECT id, age FROM users;
--@ migration 002
alter table users drop age;
