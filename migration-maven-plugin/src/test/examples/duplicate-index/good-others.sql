CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, placed date, state text);
CREATE INDEX orders_customer_placed_idx ON orders (customer_id, placed);
CREATE INDEX orders_placed_idx ON orders (placed);
CREATE INDEX orders_open_idx ON orders (customer_id) WHERE state = 'open';
CREATE INDEX orders_lower_state_idx ON orders (lower(state));
