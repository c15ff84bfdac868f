--@ also rename-rewrites-refs
--@ product sqlite
ALTER TABLE users RENAME TO users_old;
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
DROP TABLE users_old;
