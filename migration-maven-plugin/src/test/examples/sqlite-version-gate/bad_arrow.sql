--@ versions 3.37 3.54
--@ history
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL,
  age INTEGER
);
--@ migration 002
CREATE VIEW mails AS SELECT email ->> '$.a' AS mail FROM users;
