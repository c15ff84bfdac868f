ALTER TABLE orders ADD CONSTRAINT orders_customer_fk FOREIGN KEY (customer_id) REFERENCES customers (id) NOT VALID;
--@ migration 002
ALTER TABLE orders VALIDATE CONSTRAINT orders_customer_fk;
