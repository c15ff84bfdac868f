CREATE TABLE renamed (id bigint PRIMARY KEY, name text NOT NULL);
INSERT INTO renamed (id, name) VALUES (7, 'Ada');
UPDATE customers SET name = (SELECT name FROM renamed WHERE id = 7) WHERE id = 7;
DROP TABLE renamed;
