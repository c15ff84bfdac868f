--@ product sqlite
CREATE VIEW doubled AS SELECT id, price * 2 AS price FROM articles;
