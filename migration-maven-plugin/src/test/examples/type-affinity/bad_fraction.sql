CREATE TABLE scales (id INTEGER PRIMARY KEY, grams INTEGER);
INSERT INTO scales (id, grams) VALUES (1, 12.5);
