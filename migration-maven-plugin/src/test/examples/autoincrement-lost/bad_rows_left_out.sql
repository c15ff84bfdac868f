--@ also drop-table copy-swap-no-check
--@ history
CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, email TEXT NOT NULL);
--@ migration 002
CREATE TABLE users_new (id INTEGER PRIMARY KEY AUTOINCREMENT, email TEXT NOT NULL, city TEXT);
INSERT INTO users_new (id, email) SELECT id, email FROM users WHERE email <> '';
DROP TABLE users;
ALTER TABLE users_new RENAME TO users;
