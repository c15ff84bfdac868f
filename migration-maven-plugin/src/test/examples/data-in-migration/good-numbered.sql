INSERT INTO roles (title) VALUES ('admin');
--@ down
DELETE FROM roles WHERE title = 'admin' AND id = (SELECT max(id) FROM roles WHERE title = 'admin');
