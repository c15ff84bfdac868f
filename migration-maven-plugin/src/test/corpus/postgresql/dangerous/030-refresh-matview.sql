--@ versions 14 18
--@ rows sales 150000000
--@ history
CREATE TABLE sales (id bigint PRIMARY KEY, shop_id int NOT NULL, sold_on date NOT NULL, cents bigint NOT NULL);
CREATE MATERIALIZED VIEW reporting_daily_sales AS
  SELECT shop_id, sold_on, sum(cents) AS cents FROM sales GROUP BY shop_id, sold_on;
CREATE UNIQUE INDEX reporting_daily_sales_uq ON reporting_daily_sales (shop_id, sold_on);
--@ migration 071
--@ danger refresh-matview: ACCESS EXCLUSIVE on the view for the whole aggregation, dashboards hang
REFRESH MATERIALIZED VIEW reporting_daily_sales;
--@ danger matview-with-data: aggregates 150M rows inside the release's transaction
CREATE MATERIALIZED VIEW reporting_monthly_sales AS
  SELECT shop_id, date_trunc('month', sold_on) AS month, sum(cents) AS cents
  FROM sales GROUP BY 1, 2
WITH DATA;
--@ down
SET LOCAL lock_timeout = '2s';
DROP MATERIALIZED VIEW reporting_monthly_sales;
