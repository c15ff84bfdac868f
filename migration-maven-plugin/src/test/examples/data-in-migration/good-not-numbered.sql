--@ history
CREATE TABLE roles (id integer PRIMARY KEY, title text);
--@ migration 002
INSERT INTO roles (id, title) VALUES (1, 'admin');
INSERT INTO settings (id, value) VALUES (1, 'on');
