--@ versions 13 18
--@ rows sale 30000000
--@ history
CREATE TABLE sale (id bigint PRIMARY KEY, day date NOT NULL, amount numeric NOT NULL);
CREATE INDEX sale_day ON sale (day);
CREATE MATERIALIZED VIEW sale_by_day AS SELECT day, sum(amount) AS amount FROM sale GROUP BY day;
CREATE UNIQUE INDEX sale_by_day_day ON sale_by_day (day);
--@ migration 70 transactional=false
REFRESH MATERIALIZED VIEW CONCURRENTLY sale_by_day;
--@ migration 71 transactional=false
REINDEX INDEX CONCURRENTLY sale_day;
--@ migration 72 transactional=false
VACUUM (ANALYZE) sale; -- deliberately not VACUUM FULL, not CLUSTER
