CREATE TABLE orders (id bigint PRIMARY KEY, total numeric(12, 2));
CREATE MATERIALIZED VIEW order_totals AS SELECT sum(total) AS total FROM orders WITH NO DATA;
REFRESH MATERIALIZED VIEW order_totals;
