--@ history
CREATE TABLE sales (id bigint PRIMARY KEY, day date NOT NULL, amount numeric NOT NULL);
CREATE MATERIALIZED VIEW sales_by_day AS SELECT day, sum(amount) AS amount FROM sales GROUP BY day;
--@ migration 002
CREATE INDEX ix_sales_by_day ON sales_by_day (day);
