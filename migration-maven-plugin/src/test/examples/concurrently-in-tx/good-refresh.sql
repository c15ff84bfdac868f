--@ history
CREATE TABLE sales (day date NOT NULL, amount numeric NOT NULL, id bigint PRIMARY KEY);
CREATE MATERIALIZED VIEW sales_by_day AS SELECT day, sum(amount) AS amount FROM sales GROUP BY day;
CREATE UNIQUE INDEX ux_sales_by_day ON sales_by_day (day);
--@ migration 002
REFRESH MATERIALIZED VIEW CONCURRENTLY sales_by_day;
