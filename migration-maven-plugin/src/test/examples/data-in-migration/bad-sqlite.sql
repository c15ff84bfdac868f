--@ product sqlite
--@ history
CREATE TABLE roles (id INTEGER PRIMARY KEY, title TEXT);
--@ migration 002
INSERT INTO roles (id, title) VALUES (1, 'admin');
