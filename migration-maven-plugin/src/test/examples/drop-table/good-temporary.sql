CREATE TEMPORARY TABLE moved (id bigint);
INSERT INTO moved (id) VALUES (1);
DROP TABLE moved;
