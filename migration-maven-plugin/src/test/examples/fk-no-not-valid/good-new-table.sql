--@ history
CREATE TABLE customers (id bigint PRIMARY KEY);
--@ migration 002
CREATE TABLE orders (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id bigint NOT NULL REFERENCES customers (id) ON DELETE RESTRICT
);
CREATE INDEX ix_orders_customer ON orders (customer_id);
--@ migration 003
CREATE TABLE order_lines (id bigint PRIMARY KEY, order_id bigint NOT NULL);
CREATE INDEX ix_order_lines_order ON order_lines (order_id);
ALTER TABLE order_lines ADD CONSTRAINT order_lines_order_fk FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE RESTRICT;
