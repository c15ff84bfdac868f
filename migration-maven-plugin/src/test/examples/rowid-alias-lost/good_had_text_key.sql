--@ history
CREATE TABLE users (id TEXT PRIMARY KEY, email TEXT NOT NULL);
--@ migration 002
CREATE TABLE users_new (id TEXT NOT NULL PRIMARY KEY, email TEXT);
INSERT INTO users_new (id, email) SELECT id, email FROM users;
DROP TABLE users;
ALTER TABLE users_new RENAME TO users;
