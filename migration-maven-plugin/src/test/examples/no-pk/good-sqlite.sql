--@ product sqlite
CREATE TABLE visits (id INTEGER PRIMARY KEY, seen TEXT);
CREATE TABLE user_roles (user_id INTEGER NOT NULL, role_id INTEGER NOT NULL, PRIMARY KEY (user_id, role_id));
