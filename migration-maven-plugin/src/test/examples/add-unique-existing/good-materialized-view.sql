CREATE MATERIALIZED VIEW sales_per_day AS SELECT day, count(*) AS sold FROM sales GROUP BY day WITH NO DATA;
CREATE UNIQUE INDEX sales_per_day_idx ON sales_per_day (day);
