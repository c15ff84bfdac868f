CREATE TABLE addresses (customer_id bigint PRIMARY KEY, street text);
INSERT INTO addresses (customer_id, street) SELECT id, street FROM customers WHERE id BETWEEN 1 AND 1000;
--@ migration 002
ALTER TABLE customers DROP COLUMN street;
--@ also drop-column
