--@ also no-pk
--@ history
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL UNIQUE, old_flag INTEGER);
--@ migration 002
CREATE TABLE users_copy AS SELECT id, email, old_flag FROM users;
DROP TABLE users;
ALTER TABLE users_copy RENAME TO users;
