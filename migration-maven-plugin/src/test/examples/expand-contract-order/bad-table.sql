CREATE TABLE people (id bigint PRIMARY KEY, name text);
--@ migration 002
INSERT INTO people (id, name) SELECT id, name FROM customers WHERE id BETWEEN 1 AND 1000;
--@ migration 003
DROP TABLE customers;
--@ also drop-table
