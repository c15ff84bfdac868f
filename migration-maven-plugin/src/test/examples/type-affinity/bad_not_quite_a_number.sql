CREATE TABLE limits (id INTEGER PRIMARY KEY, upper INTEGER(4) NOT NULL, price DECIMAL(8,2));
INSERT INTO limits VALUES (1, 60, '2.50'), (2, '95%', 1), (3, 5, '3,20');
