--@ history
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, placed date);
CREATE INDEX orders_customer_idx ON orders (customer_id, placed);
--@ migration 002 transactional=false
CREATE INDEX CONCURRENTLY orders_customer_new_idx ON orders (customer_id, placed);
--@ migration 003 transactional=false
DROP INDEX CONCURRENTLY orders_customer_idx;
