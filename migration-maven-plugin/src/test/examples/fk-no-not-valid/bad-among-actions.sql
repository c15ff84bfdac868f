--@ also fk-no-index add-fk fk-cascade
--@ history
CREATE TABLE customers (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, note text);
--@ migration 002
ALTER TABLE orders
    ADD COLUMN customer_id bigint,
    ADD CONSTRAINT orders_customer_fk FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE SET NULL ON UPDATE CASCADE;
