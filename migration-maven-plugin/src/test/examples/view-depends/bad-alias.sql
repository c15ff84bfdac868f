--@ history
CREATE TABLE customers (id bigint PRIMARY KEY, name text, code varchar(10));
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, code text);
CREATE VIEW order_names AS SELECT o.id, c.* FROM orders o JOIN customers AS c ON c.id = o.customer_id;
--@ migration 002
ALTER TABLE customers ALTER COLUMN code TYPE varchar(20);
