--@ rows events_2023 9000000
--@ also no-lock-timeout
--@ history
CREATE TABLE events (at timestamptz NOT NULL, kind text) PARTITION BY RANGE (at);
CREATE TABLE events_2023 PARTITION OF events FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
--@ migration 002 transactional=false
ALTER TABLE events DETACH PARTITION events_2023 CONCURRENTLY;
--@ down
ALTER TABLE events ATTACH PARTITION events_2023 FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
