--@ versions 14 18
--@ rows clicks 700000000
--@ history
CREATE TABLE clicks (id bigint NOT NULL, clicked_at date NOT NULL, url text) PARTITION BY RANGE (clicked_at);
CREATE TABLE clicks_2021 PARTITION OF clicks FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE clicks_2022 PARTITION OF clicks FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
--@ migration 2025-09-01-retention
SET LOCAL lock_timeout = '3s';
--@ danger detach-not-concurrent: ACCESS EXCLUSIVE on clicks itself, all inserts wait
ALTER TABLE clicks DETACH PARTITION clicks_2021;
--@ danger drop-table: a year of rows is gone, no export is mentioned
DROP TABLE clicks_2021;
