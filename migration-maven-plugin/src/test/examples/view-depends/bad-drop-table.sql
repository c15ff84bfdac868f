--@ history
CREATE TABLE customers (id bigint PRIMARY KEY, name text, code varchar(10), note text);
CREATE VIEW names AS SELECT id, name, code FROM customers;
--@ migration 002
DROP TABLE customers;
--@ also drop-table
