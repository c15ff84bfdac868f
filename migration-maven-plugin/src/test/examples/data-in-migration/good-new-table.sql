CREATE TABLE roles (id integer PRIMARY KEY, title text);
INSERT INTO roles (id, title) VALUES (1, 'admin');
