--@ versions 14 18
--@ rows clicks 700000000
--@ history
CREATE TABLE clicks (id bigint NOT NULL, clicked_at date NOT NULL, url text) PARTITION BY RANGE (clicked_at);
CREATE TABLE clicks_2021 PARTITION OF clicks FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE clicks_2022 PARTITION OF clicks FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
--@ migration retention-2021 transactional=false
SET lock_timeout = '10s';
ALTER TABLE clicks DETACH PARTITION clicks_2021 CONCURRENTLY;
RESET lock_timeout;
