--@ history
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, placed date);
--@ migration 002 transactional=false
CREATE INDEX CONCURRENTLY orders_customer_idx ON orders (customer_id);
--@ migration 003 transactional=false
CREATE INDEX CONCURRENTLY orders_customer_placed_idx ON orders (customer_id, placed);
