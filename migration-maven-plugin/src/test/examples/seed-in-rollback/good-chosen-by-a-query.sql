CREATE TABLE favorites (customer_id bigint PRIMARY KEY);
INSERT INTO favorites (customer_id) SELECT id FROM customers WHERE favorite AND id BETWEEN 1 AND 1000;
ALTER TABLE customers DROP COLUMN favorite;
--@ down
ALTER TABLE customers ADD COLUMN favorite boolean;
UPDATE customers SET favorite = TRUE WHERE id IN (SELECT customer_id FROM favorites);
DROP TABLE favorites;
--@ also drop-column expand-contract-order
