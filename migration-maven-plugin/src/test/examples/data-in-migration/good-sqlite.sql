--@ product sqlite
INSERT OR IGNORE INTO roles (id, title) VALUES (1, 'admin');
