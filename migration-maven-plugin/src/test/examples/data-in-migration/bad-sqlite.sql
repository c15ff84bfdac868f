--@ product sqlite
INSERT INTO roles (id, title) VALUES (1, 'admin');
