--@ also copy-swap-no-check
--@ product sqlite
--@ history
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT, active INTEGER);
--@ migration 002
CREATE TABLE users_new (id INTEGER PRIMARY KEY, email TEXT, active INTEGER);
INSERT INTO users_new (id, email, active) SELECT id, email, active FROM users WHERE active = 1;
DROP TABLE users;
ALTER TABLE users_new RENAME TO users;
