--@ versions 14 18
--@ rows sales 150000000
--@ history
CREATE TABLE sales (id bigint PRIMARY KEY, shop_id int NOT NULL, sold_on date NOT NULL, cents bigint NOT NULL);
CREATE MATERIALIZED VIEW daily_sales AS
  SELECT shop_id, sold_on, sum(cents) AS cents FROM sales GROUP BY shop_id, sold_on;
CREATE UNIQUE INDEX daily_sales_uq ON daily_sales (shop_id, sold_on);
--@ migration 071
CREATE MATERIALIZED VIEW monthly_sales AS
  SELECT shop_id, date_trunc('month', sold_on)::date AS month, sum(cents) AS cents
  FROM sales GROUP BY 1, 2
WITH NO DATA;
CREATE UNIQUE INDEX monthly_sales_uq ON monthly_sales (shop_id, month);
--@ down
SET LOCAL lock_timeout = '2s';
DROP MATERIALIZED VIEW monthly_sales;
--@ migration 072 transactional=false
REFRESH MATERIALIZED VIEW CONCURRENTLY daily_sales;
