--@ product sqlite
CREATE TEMPORARY TABLE users_backup AS SELECT id, email FROM users;
DROP TABLE users;
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
INSERT INTO users SELECT id, email FROM users_backup;
DROP TABLE users_backup;
