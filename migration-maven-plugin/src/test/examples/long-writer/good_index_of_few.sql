--@ rows users 400000
--@ history
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL, age INTEGER);
--@ migration 002
CREATE INDEX users_age ON users (age);
